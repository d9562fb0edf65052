import type { IMPORT_KINDS, RatingField } from '#contract';
import type { Programme } from '#model';
import { defineTexts } from '#ui';

export const kindWords = defineTexts<Record<(typeof IMPORT_KINDS)[number], string>>({
  events: { zh: '旅程事件', en: 'Journey events' },
  ratings: { zh: '客户评价（NPS）', en: 'Ratings (NPS)' },
  invitations: { zh: '邀请数', en: 'Invitations' },
});

export const ratingFieldWords = defineTexts<Record<RatingField, string>>({
  score: { zh: '评分', en: 'Score' },
  invited: { zh: '邀请数', en: 'Invited' },
  at: { zh: '时间', en: 'Time' },
  journeyColumn: { zh: '旅程', en: 'Journey' },
  programme: { zh: '调研类型', en: 'Programme' },
  touchpoint: { zh: '触点', en: 'Touchpoint' },
  comment: { zh: '留言', en: 'Comment' },
  instance: { zh: '旅程实例', en: 'Instance' },
  organisation: { zh: '机构', en: 'Organisation' },
  segment: { zh: '客群', en: 'Segment' },
  id: { zh: '编号', en: 'Id' },
});

export const programmeWords = defineTexts<Record<Programme, string>>({
  transactional: { zh: '交易型', en: 'Transactional' },
  relational: { zh: '关系型', en: 'Relational' },
});

export const ratingTexts = defineTexts({
  kind: { zh: '每行是', en: 'Each row is' },
  note: {
    zh: '这是按表头和内容提出的建议，请核对；改了什么，前几行读成的评价马上跟着变。留言里的个人信息在存储之前就会遮盖。',
    en: 'This is proposed from the header and what is in the file. Whatever you correct shows at once below. Personal data in comments is masked before anything is stored.',
  },
  journey: { zh: '没写旅程的行属于', en: 'Rows without a journey are of' },
  chooseJourney: { zh: '（请选择旅程）', en: '(choose a journey)' },
  noJourneys: { zh: '还没有旅程：先导入旅程事件，评价要归到一条旅程。', en: 'There are no journeys yet: import journey events first, for ratings to belong to.' },
  programme: { zh: '没写调研类型的行是', en: 'Rows without a programme are' },
  touchpoint: { zh: '没写触点的行来自', en: 'Rows without a touchpoint are from' },
  unsaid: { zh: '（不写）', en: '(not said)' },
  asRatings: { zh: '前几行读成的评价', en: 'The first rows as ratings' },
  asInvitations: { zh: '前几行读成的邀请数', en: 'The first rows as invitations' },
  table: { zh: '逐行的结果', en: 'Row by row' },
  day: { zh: '日期', en: 'Day' },
  counted: {
    zh: (accepted: string, rejected: string, duplicates: string) => `${accepted} 行可读，${rejected} 行会被拒，${duplicates} 行编号重复`,
    en: (accepted: string, rejected: string, duplicates: string) => `${accepted} rows can be read, ${rejected} would be rejected, ${duplicates} have the id of another`,
  },
  figures: { zh: '这些行的 NPS', en: 'NPS of these rows' },
  invitedFigures: { zh: '这些行邀请了多少人', en: 'How many these rows invite' },
  figuresTable: { zh: '按旅程和调研类型', en: 'By journey and programme' },
  n: { zh: '评价数', en: 'n' },
  promoters: { zh: '推荐者', en: 'Promoters' },
  detractors: { zh: '贬损者', en: 'Detractors' },
  nps: { zh: 'NPS', en: 'NPS' },
  tooFew: { zh: '样本不足', en: 'too few' },
  tooFewWhy: { zh: '少于 30 份评价不给出 NPS', en: 'No NPS below 30 ratings' },
  none: { zh: '解决上面的问题后，这里会有结果。', en: 'Once the problem above is solved, results are shown here.' },
});
