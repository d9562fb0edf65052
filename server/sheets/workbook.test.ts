import { strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkbook } from './read-workbook';
import { columnName, columnNumber, type SheetToWrite, writeWorkbook } from '#sheets';

const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()); // fflate makes no shared buffers.
const written = async (sheet: Partial<SheetToWrite>) => bytesOf(writeWorkbook({ name: 'x', columns: [{ header: 'a', width: 10 }], rows: [], ...sheet }));
const cellsOf = (file: Uint8Array) => readWorkbook(file).rows.map(({ row, cells }) => [row, Object.fromEntries(cells)]);

/** A workbook as other programs write one. */
const workbookOf = (sheet: string, { strings, workbook = '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>' }: { strings?: string; workbook?: string } = {}) =>
  zipSync({
    'xl/workbook.xml': strToU8(workbook),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    'xl/worksheets/sheet2.xml': strToU8('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>second</v></c></row></sheetData></worksheet>'),
    ...(strings !== undefined && { 'xl/sharedStrings.xml': strToU8(strings) }),
  });

test('columns are counted in letters', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  fc.assert(fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => columnNumber(`${columnName(column)}7`) === column));
});

test('whatever text is written is read back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 20 }), async (texts) => {
      expect(cellsOf(await written({ rows: texts.map((one) => [one]) })).slice(1)).toEqual(texts.map((one, index) => [index + 2, { 1: one }]));
    }),
    { numRuns: 25 },
  );
  const odd = ['=1+1', '<&>"\'', '_x0041_', 'a\r\nb\tc', ' x ', '\u0001'];
  expect(cellsOf(await written({ rows: odd.map((one) => [one]) })).slice(1)).toEqual(odd.map((one, index) => [index + 2, { 1: one }]));
});

test('numbers, days and times are those of a workbook; what is absent has no cell', async () => {
  const columns = (['number', 'day', 'stamp', 'percent'] as const).map((holds) => ({ header: holds, width: 10, holds }));
  const file = await written({ columns, rows: [[12.5, { day: '2026-06-30' }, { stamp: '2026-06-30T12:00' }, undefined], [undefined, undefined, undefined, 1.25]] });
  expect(cellsOf(file).slice(1)).toEqual([
    [2, { 1: 12.5, 2: 46_203, 3: 46_203.5 }],
    [3, { 4: 1.25 }],
  ]);
});

test('no text is a formula, and what begins like one is marked as text', async () => {
  const sheet = new TextDecoder().decode(unzipSync(await written({ rows: [['=HYPERLINK("http://x")'], ['+1'], ['@a'], ['plain']] }))['xl/worksheets/sheet1.xml']);
  expect(sheet).not.toContain('<f>');
  expect([...sheet.matchAll(/<c r="A(\d)" s="(\d)" t="inlineStr">/g)].map(([, row, style]) => `${row}:${style}`)).toEqual(['1:2', '2:6', '3:6', '4:6', '5:1']);
});

test('notes and choices stand in parts of their own', async () => {
  const parts = unzipSync(await written({ columns: [{ header: 'a', width: 10 }, { header: 'b', width: 10, note: '可选', choices: ['是', '否'] }] }));
  const text = (path: string) => new TextDecoder().decode(parts[path]);
  expect(text('xl/comments1.xml')).toContain('<comment ref="B1" authorId="0"><text><r><t xml:space="preserve">可选</t>');
  expect(text('xl/worksheets/sheet1.xml')).toContain('sqref="B2:B10001"><formula1>Lists!$A$1:$A$2</formula1>');
  expect(text('xl/worksheets/sheet2.xml')).toContain('是');
  expect(Object.keys(parts).filter((path) => !text('[Content_Types].xml').includes(path) && !/rels|vml|Content/.test(path))).toEqual([]);
});

test('what the rows are of stands on a sheet of its own, and the rows are still read from the first', async () => {
  const file = await written({ rows: [['x']], about: { name: '说明', lines: [['机构', '=广东'], ['时间', '2026-06']] } });
  const text = (path: string) => new TextDecoder().decode(unzipSync(file)[path]);
  expect(text('xl/workbook.xml')).toContain('<sheet name="说明" sheetId="3" r:id="rId4"/>');
  expect(text('xl/_rels/workbook.xml.rels')).toContain('Id="rId4"');
  expect(text('[Content_Types].xml')).toContain('/xl/worksheets/sheet3.xml');
  expect(text('xl/worksheets/sheet3.xml')).toMatch(/<c r="B1" s="6" t="inlineStr">.*=广东/);
  expect(cellsOf(file)).toEqual([[1, { 1: 'a' }], [2, { 1: 'x' }]]);
});

test('workbooks of other programs: shared strings, readings aloud, formulas, booleans, errors, prefixes, rows without numbers', () => {
  const strings = '<sst><si><t>标题</t></si><si><r><t>一</t></r><r><t xml:space="preserve"> 二</t></r><rPh><t>ignored</t></rPh></si></sst>';
  const sheet =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row><x:row r="5"><x:c r="C5" t="str"><x:f>A1</x:f><x:v>value</x:v></x:c><x:c r="D5" t="b"><x:v>1</x:v></x:c><x:c r="E5" t="e"><x:v>#N/A</x:v></x:c><x:c r="F5"/></x:row></x:sheetData></x:worksheet>';
  expect(cellsOf(workbookOf(sheet, { strings }))).toEqual([
    [1, { 1: '标题', 2: '一 二' }],
    [5, { 3: 'value', 4: true, 5: '#N/A' }],
  ]);
});

test('the first visible sheet is read, and whether its days are counted from 1904', () => {
  const workbook = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" state="hidden" r:id="rId1"/><sheet name="b" r:id="rId2"/></sheets></workbook>';
  const read = readWorkbook(workbookOf('<worksheet/>', { workbook }));
  expect(read.is1904).toBe(true);
  expect(read.rows[0]?.cells.get(1)).toBe('second');
});

test.each([
  ['text', strToU8('编号,标题')],
  ['another archive', zipSync({ 'a.txt': strToU8('x') })],
  ['broken XML', workbookOf('<worksheet><sheetData><row>')],
  ['an archive cut short', workbookOf('<worksheet/>').slice(0, 200)],
])('%s is no workbook', (_, file) => {
  expect(() => readWorkbook(file)).toThrow('no Excel workbook');
});

test('a workbook that would unpack to more than any ledger is refused before it is unpacked', () => {
  const file = workbookOf(`<worksheet>${' '.repeat(100_000)}</worksheet>`);
  expect(file.length).toBeLessThan(5_000);
  expect(readWorkbook(file).rows).toEqual([]);
  expect(() => readWorkbook(file, 100_000)).toThrow('no Excel workbook');
});
