import { commentPages, type CommentsQuestion, failureOf } from '#api';
import { defineTexts, download, useFormats, useTexts, useToast, writeCsv } from '#ui';
import { useEffect, useRef, useState } from 'react';
import { useVoice } from './view';
import { sentimentWords, voiceTexts } from './voice-texts';

const texts = defineTexts({
  saved: { zh: (n: string) => `已导出 ${n} 条评论`, en: (n: string) => `${n} comments exported` },
  failed: { zh: (why: string) => `没有导出：${why}`, en: (why: string) => `Not exported: ${why}` },
  id: { zh: '编号', en: 'Id' },
  at: { zh: '时间', en: 'Time' },
  score: { zh: '评分', en: 'Score' },
  sentiment: { zh: '情感', en: 'Sentiment' },
  journey: { zh: '旅程', en: 'Journey' },
  touchpoint: { zh: '触点', en: 'Touchpoint' },
  organisation: { zh: '机构', en: 'Office' },
  instance: { zh: '旅程实例', en: 'Instance' },
  broke: { zh: '断点', en: 'Broke at' },
  text: { zh: '评论（已脱敏）', en: 'Comment (masked)' },
});

/** All comments of a question as a CSV; `progress` while it is being made. */
export function useExport() {
  const { names, theme } = useVoice();
  const t = useTexts(texts);
  const v = useTexts(voiceTexts);
  const sentiments = useTexts(sentimentWords);
  const { exact } = useFormats();
  const toast = useToast();
  const [progress, setProgress] = useState<number>();
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  const write = async (question: CommentsQuestion): Promise<void> => {
    const controller = new AbortController();
    under.current = controller;
    setProgress(0);
    try {
      const rows: (string | number)[][] = [];
      let name = '';
      for await (const { items, filter } of commentPages(question, controller.signal)) {
        name = `voice-${filter.from}-${filter.to}.csv`;
        for (const { id, at, score, sentiment, themes, journey, touchpoint, organisation, instance, broke, text } of items)
          rows.push([id, at, score, sentiments[sentiment], themes.map(theme).join(' / '), names.journey(journey), touchpoint ? names.touchpoint(touchpoint) : '', organisation ? names.organisation(organisation) : '', instance ?? '', broke ? `${names.step(journey, broke.step)} · ${names.touchpoint(broke.touchpoint)}` : '', text]);
        setProgress(rows.length);
      }
      download(name, 'text/csv', writeCsv([[t.id, t.at, t.score, t.sentiment, v.theme, t.journey, t.touchpoint, t.organisation, t.instance, t.broke, t.text], ...rows]));
      toast({ text: t.saved(exact(rows.length)) });
    } catch (error) {
      if (!controller.signal.aborted) toast({ text: t.failed(failureOf(error).detail) });
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, save: (question: CommentsQuestion) => void write(question) };
}
