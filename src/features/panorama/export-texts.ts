import { defineTexts } from '#ui';

/** What exporting says. */
export const exportTexts = defineTexts({
  export: { zh: '导出', en: 'Export' },
  picture: { zh: '地图', en: 'Map' },
  print: { zh: '打印', en: 'Print' },
  places: { zh: '触点表', en: 'Places' },
  edges: { zh: '连线表', en: 'Lines' },
  list: { zh: '当前清单，全部', en: 'The open list, all of it' },
  at: { zh: (at: string) => `回放位置 ${at}`, en: (at: string) => `played at ${at}` },
  narrowed: { zh: (shown: string, hidden: string) => `只看 ${shown} 处，${hidden} 处淡显`, en: (shown: string, hidden: string) => `${shown} places in front, ${hidden} dimmed` },
  hidden: { zh: (flows: string, count: string) => `未画出的小流转 ${flows} 条，共 ${count} 次`, en: (flows: string, count: string) => `${flows} small flows not drawn, ${count} times in all` },
  entered: { zh: '进入', en: 'Entered' },
  demo: { zh: '演示数据，全部合成', en: 'Demo data, all synthetic' },
  made: { zh: (at: string) => `导出于 ${at}`, en: (at: string) => `exported ${at}` },
  about: { zh: '说明', en: 'About' },
  file: { zh: (what: string, format: string) => `${what} ${format}`, en: (what: string, format: string) => `${what} ${format}` },
  progress: { zh: (done: string, all: string) => `导出 ${done} / ${all}`, en: (done: string, all: string) => `Export ${done} / ${all}` },
  starting: { zh: '导出…', en: 'Exporting…' },
  cancel: { zh: '取消', en: 'Cancel' },
  saved: { zh: (n: string) => `已导出 ${n} 行`, en: (n: string) => `${n} rows exported` },
  printed: { zh: '已交给打印', en: 'Handed to the printer' },
  savedPicture: { zh: '地图已导出', en: 'Map exported' },
  failed: { zh: (why: string) => `没有导出：${why}`, en: (why: string) => `Not exported: ${why}` },
  again: { zh: '重试', en: 'Try again' },
  tooMany: { zh: '行数超出 Excel 的上限，请导出 CSV。', en: 'More rows than Excel can hold: export as CSV.' },
});
