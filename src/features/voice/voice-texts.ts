import type { Band, Sentiment, ThemeChange } from '#model';
import { defineTexts } from '#ui';

/** Words that several parts of the page say. */
export const voiceTexts = defineTexts({
  title: { zh: '客户之声', en: 'Voice of the customer' },
  all: { zh: '全部', en: 'All' },
  allComments: { zh: '全部评论', en: 'All comments' },
  noTheme: { zh: '未归类', en: 'No theme' },
  comments: { zh: '评论', en: 'Comments' },
  share: { zh: '占比', en: 'Share' },
  theme: { zh: '主题', en: 'Theme' },
  dictionary: { zh: '主题词典', en: 'Theme dictionary' },
  cancel: { zh: '取消', en: 'Cancel' },
  failed: { zh: (why: string) => `没有成功：${why}`, en: (why: string) => `It did not work: ${why}` },
});

export const changeWords = defineTexts<Record<ThemeChange, string>>({
  new: { zh: '新出现', en: 'New' },
  rising: { zh: '显著上升', en: 'Rising' },
  falling: { zh: '显著下降', en: 'Falling' },
  none: { zh: '无显著差异', en: 'No significant change' },
});

export const sentimentWords = defineTexts<Record<Sentiment, string>>({
  positive: { zh: '正面', en: 'Positive' },
  neutral: { zh: '中性', en: 'Neutral' },
  negative: { zh: '负面', en: 'Negative' },
});

export const bandWords = defineTexts<Record<Band, string>>({
  promoter: { zh: '推荐者 9–10', en: 'Promoters 9–10' },
  passive: { zh: '中立者 7–8', en: 'Passives 7–8' },
  detractor: { zh: '贬损者 0–6', en: 'Detractors 0–6' },
});
