import { defineTexts } from '#ui';

/** What exporting says. */
export const exportTexts = defineTexts({
  export: { zh: '导出', en: 'Export' },
  picture: { zh: '地图', en: 'Map' },
  print: { zh: '打印', en: 'Print' },
  places: { zh: '触点表', en: 'Places' },
  edges: { zh: '连线表', en: 'Lines' },
  list: { zh: '当前清单，全部', en: 'The open list, all of it' },
  about: { zh: '说明', en: 'About' },
  file: { zh: (what: string, format: string) => `${what} ${format}`, en: (what: string, format: string) => `${what} ${format}` },
  progress: { zh: (done: string, all: string) => `导出 ${done} / ${all}`, en: (done: string, all: string) => `Export ${done} / ${all}` },
  starting: { zh: '导出…', en: 'Exporting…' },
  cancel: { zh: '取消', en: 'Cancel' },
  saved: { zh: (n: string) => `已导出 ${n} 行`, en: (n: string) => `${n} rows exported` },
  savedPicture: { zh: '地图已导出', en: 'Map exported' },
  failed: { zh: (why: string) => `没有导出：${why}`, en: (why: string) => `Not exported: ${why}` },
  again: { zh: '重试', en: 'Try again' },
  tooMany: { zh: '行数超出 Excel 的上限，请导出 CSV。', en: 'More rows than Excel can hold: export as CSV.' },
});
