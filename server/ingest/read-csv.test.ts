import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectDelimiter, readCsv } from './read-csv';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const read = async (text: string, { delimiter = ',', size = 7 } = {}) => {
  const records = [];
  for await (const batch of readCsv(inPieces(text, size), delimiter)) records.push(...batch);
  return records;
};

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const cell = fc.string({ unit: fc.constantFrom('a', 'b', '中', ' ', ',', ';', '"', '\n', '\r\n', '1'), maxLength: 8 });
const plain = fc.string({ unit: fc.constantFrom('a', 'b', '中', ' ', '1'), maxLength: 8 });
const written = fc.oneof(
  plain,
  cell.map((one) => quoted(one)),
);
const file = fc.record({
  rows: fc.array(fc.array(written, { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
  delimiter: fc.constantFrom(',', ';', '\t'),
  newline: fc.constantFrom('\n', '\r\n'),
  ending: fc.boolean(),
  bom: fc.boolean(),
  size: fc.integer({ min: 1, max: 40 }),
});

test('any file, in pieces of any size, reads as csv-parse reads it whole', async () => {
  await fc.assert(
    fc.asyncProperty(file, async ({ rows, delimiter, newline, ending, bom, size }) => {
      const text = (bom ? '\uFEFF' : '') + rows.map((row) => row.join(delimiter)).join(newline) + (ending ? newline : '');
      const expected: string[][] = parse(text, { bom: true, delimiter, record_delimiter: newline, relax_column_count: true, skip_empty_lines: true });
      const records = await read(text, { delimiter, size });
      expect(records.map(({ cells }) => cells)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('a record knows the line it starts on, whatever line breaks its cells hold', async () => {
  const records = await read('a,b\n"x\ny\nz",1\n\nc,d\n');
  expect(records.map(({ line }) => line)).toEqual([1, 2, 6]);
});

test('a quote that is never closed is told by the line it opens on', async () => {
  await expect(read('a,b\n1,"two\n3,4\n')).rejects.toMatchObject({ name: 'UnreadableFile', told: { code: 'quote-never-closed', line: 2 } });
});

test('a row that never ends is told as that, and a quote that opens in a long row as a quote', async () => {
  const endless = 'x'.repeat(4 * 1024 * 1024);
  await expect(read(`a,b\n1,${endless}`, { size: 65_536 })).rejects.toMatchObject({ told: { code: 'row-too-long', line: 2 } });
  await expect(read(`a,b\n1,"${endless}`, { size: 65_536 })).rejects.toMatchObject({ told: { code: 'quote-never-closed', line: 2 } });
});

test('the delimiter is the one that splits the header into the most cells', () => {
  expect(detectDelimiter('a;b;c,d\n1;2;3\n')).toBe(';');
  expect(detectDelimiter('a\tb\n')).toBe('\t');
  expect(detectDelimiter('"a;b",c,d\n')).toBe(',');
  expect(detectDelimiter('alone')).toBe(',');
});
