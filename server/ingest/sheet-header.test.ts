import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openWorkbook } from './read-xlsx';
import { findHeader, sheetLikeness } from './sheet-header';

const rows = (...all: string[][]) => all.map((cells, index) => ({ line: index + 1, cells }));

test('a header stands below titles and remarks', () => {
  expect(findHeader(rows(['导出'], ['2026-06-01'], ['单号', '环节', '时间'], ['1', '试算', '2026-06-01 09:00']))).toEqual({ columns: ['单号', '环节', '时间'], below: 3 });
  expect(findHeader([])).toEqual({ columns: [], below: 0 });
});

test('of a header merged over several rows, each column has its lowest name', () => {
  const header = findHeader(rows(['贷款流水'], ['单号', '办理', '', '', '备注'], ['', '环节', '渠道', '时间', ''], ['1', '试算', 'APP', '2026-06-01 09:00', 'x'], ['1', '到账', 'APP', '2026-06-01 10:00', '']));
  expect(header).toEqual({ columns: ['单号', '环节', '渠道', '时间', '备注'], below: 3 });
  const groups = findHeader(rows(['客户', '', '办理', '', ''], ['单号', '客群', '环节', '渠道', '时间'], ['1', '', '试算', 'APP', '2026-06-01 09:00']));
  expect(groups).toEqual({ columns: ['单号', '客群', '环节', '渠道', '时间'], below: 2 });
});

test('a sheet of rows with times is more like a log than a note or a table of figures', () => {
  const log = rows(['case', 'activity', 'time'], ['1', 'a', '2026-06-01 09:00'], ['1', 'b', '2026-06-01 10:00']);
  const note = rows(['说明'], ['本表由系统导出']);
  const figures = rows(['省', '件数', '金额'], ['广东', '10', '3'], ['北京', '20', '4']);
  expect(sheetLikeness(log)).toBeGreaterThan(sheetLikeness(figures));
  expect(sheetLikeness(figures)).toBeGreaterThan(sheetLikeness(note));
});

test('the sheet that is a log is opened, wherever it stands, unless another is asked for', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = (...all: string[][]) => strToU8(`<worksheet><sheetData>${all.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`);
  const book = zipSync({
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="说明" r:id="a"/><sheet name="流水" r:id="b"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="a" Target="worksheets/1.xml"/><Relationship Id="b" Target="worksheets/2.xml"/></Relationships>'),
    'xl/worksheets/1.xml': sheet(['本表由系统导出'], ['联系人', '张三']),
    'xl/worksheets/2.xml': sheet(['单号', '环节', '时间'], ['1', '试算', '2026-06-01 09:00']),
  });
  expect((await openWorkbook(book, undefined, sheetLikeness)).sheet).toBe('流水');
  expect((await openWorkbook(book, '说明', sheetLikeness)).sheet).toBe('说明');
});
