import { dayNumber } from '#model';
import { Zip } from 'fflate';
import { type CellToWrite, columnName, type SheetColumn, type SheetToWrite } from './sheet';
import { xmlText } from './xml-text';
import { DeflatedFile } from './zip-deflate';

/** 1970-01-01 as workbooks count days, from 1899-12-30. */
const EPOCH = 25_569;
/** Rows that are written before others get their turn. */
const PIECE = 500;
/** Rows below the header in which columns offer their choices. */
const CHOICE_ROWS = 10_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Places in `cellXfs` of the styles below. */
const STYLE = { text: 1, header: 2, day: 3, stamp: 4, percent: 5, quoted: 6 } as const;

/** An Excel workbook (ECMA-376) of one sheet with a header row that stays in view, and one that says what it is of, piece by piece. */
export function writeWorkbook(sheet: SheetToWrite): ReadableStream<Uint8Array> {
  const pieces = partsOf(sheet);
  let zip: Zip;
  let written = 0;
  let ended = false;
  return new ReadableStream({
    start(controller) {
      zip = new Zip((error, chunk, isLast) => {
        if (error) controller.error(error);
        else {
          written++;
          controller.enqueue(chunk);
          if (isLast) controller.close();
        }
      });
    },
    async pull() {
      // Much is held back to be packed with what comes next, and a pull that brings nothing need not be followed by another.
      for (const before = written; written === before && !ended; ) {
        const { done, value } = await pieces.next();
        if (!done) await value(zip);
        else {
          ended = true;
          // What is still being packed comes out by itself.
          zip.end();
        }
      }
    },
    async cancel() {
      zip.terminate();
      await pieces.return(undefined);
    },
  });
}

type Step = (zip: Zip) => Promise<void>;

async function* partsOf({ name, columns, rows, about }: SheetToWrite): AsyncGenerator<Step, void> {
  const push = async (file: DeflatedFile | undefined, text: string, isLast: boolean) => {
    file?.push(utf8(text), isLast);
    await file?.ready;
  };
  for (const [path, xml] of fixedParts(name, columns, about)) yield (zip) => push(part(zip, path), HEAD + xml, true);
  let sheet: DeflatedFile | undefined;
  yield (zip) => push((sheet = part(zip, 'xl/worksheets/sheet1.xml')), sheetStart(columns), false);
  let text = '';
  let count = 0;
  for await (const cells of rows) {
    text += rowXml(++count + 1, cells, columns);
    if (count % PIECE !== 0) continue;
    const piece = text;
    text = '';
    yield () => push(sheet, piece, false);
  }
  yield () => push(sheet, text + sheetEnd(columns, count), true);
}

function part(zip: Zip, path: string): DeflatedFile {
  const file = new DeflatedFile(path);
  // The same workbook is the same bytes, whenever it is written.
  file.mtime = '2000-01-01T00:00:00';
  zip.add(file);
  return file;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const hasNotes = (columns: readonly SheetColumn[]): boolean => columns.some(({ note }) => note !== undefined);

function fixedParts(name: string, columns: readonly SheetColumn[], about: SheetToWrite['about']): [path: string, xml: string][] {
  const notes = hasNotes(columns);
  const lists = columns.filter(({ choices }) => choices);
  const content = (path: string, kind: string) => `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (...all: string[]) => `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${content('/xl/workbook.xml', 'sheet.main')}${content('/xl/styles.xml', 'styles')}${content('/xl/worksheets/sheet1.xml', 'worksheet')}` +
        `${lists.length > 0 ? content('/xl/worksheets/sheet2.xml', 'worksheet') : ''}${about ? content('/xl/worksheets/sheet3.xml', 'worksheet') : ''}${notes ? content('/xl/comments1.xml', 'comments') : ''}</Types>`,
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/>${lists.length > 0 ? '<sheet name="Lists" sheetId="2" state="hidden" r:id="rId2"/>' : ''}${about ? `<sheet name="${xmlText(about.name)}" sheetId="3" r:id="rId4"/>` : ''}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(relation('rId1', 'worksheet', 'worksheets/sheet1.xml'), ...(lists.length > 0 ? [relation('rId2', 'worksheet', 'worksheets/sheet2.xml')] : []), ...(about ? [relation('rId4', 'worksheet', 'worksheets/sheet3.xml')] : []), relation('rId3', 'styles', 'styles.xml')),
    ],
    ['xl/styles.xml', STYLES],
    ...(lists.length > 0 ? [['xl/worksheets/sheet2.xml', listsXml(lists)] as [string, string]] : []),
    ...(about ? [['xl/worksheets/sheet3.xml', aboutXml(about.lines)] as [string, string]] : []),
    ...(notes
      ? ([
          ['xl/worksheets/_rels/sheet1.xml.rels', relations(relation('rId1', 'comments', '../comments1.xml'), relation('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'))],
          ['xl/comments1.xml', commentsXml(columns)],
          ['xl/drawings/vmlDrawing1.vml', vmlXml(columns)],
        ] as [string, string][])
      : []),
  ];
}

/** In the order of `STYLE`, after the default one. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="0.00"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDE7F6"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>';

const styleOf = ({ holds = 'text' }: SheetColumn): number => ({ text: STYLE.text, number: 0, percent: STYLE.percent, day: STYLE.day, stamp: STYLE.stamp })[holds];

function sheetStart(columns: readonly SheetColumn[]): string {
  const cols = columns.map((column, index) => `<col min="${index + 1}" max="${index + 1}" width="${column.width}" style="${styleOf(column)}" customWidth="1"/>`).join('');
  const view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const header = columns.map(({ header: text }, index) => `<c r="${columnName(index + 1)}1" s="${STYLE.header}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`).join('');
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${view}<cols>${cols}</cols><sheetData><row r="1">${header}</row>`;
}

function rowXml(row: number, cells: readonly CellToWrite[], columns: readonly SheetColumn[]): string {
  const written = cells.map((cell, index) => (cell === undefined || cell === '' ? '' : cellXml(`${columnName(index + 1)}${row}`, cell, columns[index])));
  return `<row r="${row}">${written.join('')}</row>`;
}

function cellXml(at: string, cell: Exclude<CellToWrite, undefined>, column: SheetColumn | undefined): string {
  if (typeof cell === 'number') return `<c r="${at}" s="${column ? styleOf(column) : 0}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    // Text that begins like a formula stays text when somebody edits the cell, too.
    const style = /^[=+\-@\t\r]/.test(cell) ? STYLE.quoted : STYLE.text;
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
  }
  if ('day' in cell) return `<c r="${at}" s="${STYLE.day}"><v>${dayNumber(cell.day) + EPOCH}</v></c>`;
  return `<c r="${at}" s="${STYLE.stamp}"><v>${Date.parse(`${cell.stamp}Z`) / 86_400_000 + EPOCH}</v></c>`;
}

function sheetEnd(columns: readonly SheetColumn[], rows: number): string {
  const last = columnName(columns.length);
  const filter = rows > 0 ? `<autoFilter ref="A1:${last}${rows + 1}"/>` : '';
  const lists = columns.filter(({ choices }) => choices);
  const validations = lists.map((column, index) => {
    const at = columnName(columns.indexOf(column) + 1);
    const list = columnName(index + 1);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${at}2:${at}${CHOICE_ROWS + 1}"><formula1>Lists!$${list}$1:$${list}$${Math.max(1, column.choices?.length ?? 1)}</formula1></dataValidation>`;
  });
  const offered = validations.length > 0 ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>` : '';
  return `</sheetData>${filter}${offered}${hasNotes(columns) ? '<legacyDrawing r:id="rId2"/>' : ''}</worksheet>`;
}

/** The hidden sheet that choices are listed on: each list a column. */
function listsXml(lists: readonly SheetColumn[]): string {
  const length = Math.max(...lists.map(({ choices = [] }) => choices.length));
  const rows = Array.from({ length }, (_, row) => rowXml(row + 1, lists.map(({ choices = [] }) => choices[row]), lists));
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function aboutXml(lines: readonly (readonly string[])[]): string {
  const rows = lines.map((line, index) => rowXml(index + 1, line, []));
  return `<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="60" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function commentsXml(columns: readonly SheetColumn[]): string {
  const comments = columns.map(({ note }, index) => (note === undefined ? '' : `<comment ref="${columnName(index + 1)}1" authorId="0"><text><r><t xml:space="preserve">${xmlText(note)}</t></r></text></comment>`));
  return `<comments xmlns="${MAIN}"><authors><author>Throughline</author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** Excel shows no note without its box. */
function vmlXml(columns: readonly SheetColumn[]): string {
  const boxes = columns.map(({ note }, index) =>
    note === undefined
      ? ''
      : `<v:shape id="n${index}" type="#note" style="position:absolute;width:220pt;height:80pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
        `<x:Anchor>${index + 1}, 12, 0, 4, ${index + 4}, 12, 5, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${index}</x:Column></x:ClientData></v:shape>`,
  );
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`
  );
}
