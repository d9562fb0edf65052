import { defineTexts } from '#ui';

/** The words that more than one part of the page says. */
export const sourceTexts = defineTexts({
  title: { zh: '数据接入', en: 'Data' },
  seeMap: { zh: '看它的全景图', en: 'See its map' },
  rows: { zh: '行', en: 'Rows' },
  accepted: { zh: '已接收', en: 'Accepted' },
  duplicates: { zh: '重复', en: 'Duplicates' },
  rejected: { zh: '被拒', en: 'Rejected' },
  skipped: { zh: '按规则不导入', en: 'Left out' },
  line: { zh: '行号', en: 'Line' },
  reading: { zh: '正在读取', en: 'Reading' },
  discovering: { zh: '正在识别旅程', en: 'Discovering the journey' },
  detecting: { zh: '正在识别中断', en: 'Detecting interruptions' },
  done: { zh: '完成', en: 'Done' },
  failed: { zh: '失败', en: 'Failed' },
  undoing: { zh: '正在撤销', en: 'Undoing' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  undone: { zh: '已撤销', en: 'Undone' },
});
