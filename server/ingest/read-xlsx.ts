import { SaxesParser } from 'saxes';
import { cellText, columnNumber } from '#sheets';
import { UnreadableFile } from './unreadable-file';
import { type ZipEntry, readZip, textOf } from './read-zip';

/** A row of a sheet as texts: dates as local ISO 8601, cells without anything as ''. */
export interface SheetRow {
  /** From 1, as the sheet counts. */
  line: number;
  cells: string[];
}

export interface OpenWorkbook {
  /** Names of the sheets that are shown, in their order. */
  sheets: string[];
  sheet: string;
  rows: AsyncIterable<SheetRow[]>;
}

/** Days from 1899-12-30 and from 1904-01-01 to 1970. */
const EPOCHS = { false: 25_569, true: 24_107 } as const;
const DAY_MS = 86_400_000;
/** Rows told at once. */
const BATCH = 2_000;

/** Sheets that are looked into for the one that is a log, and rows of each. */
const SHEETS_LOOKED_AT = 20;

/**
 * Opens a sheet of an Excel workbook (ECMA-376): the one asked for, else the one whose beginning is most like a log, the first of several. The file is
 * in memory whole, as a ZIP has to be; the sheet is unpacked and read piece by piece. Of formulas, the values they had. Throws `UnreadableFile`.
 *
 * @param likeness how much the beginning of a sheet is like a log
 */
export async function openWorkbook(file: Uint8Array<ArrayBuffer>, asked: string | undefined, likeness: (beginning: readonly SheetRow[]) => number): Promise<OpenWorkbook> {
  const zip = readZip(file);
  const part = (path: string): ZipEntry | undefined => zip.get(path);
  const book = part('xl/workbook.xml');
  if (!book) throw new UnreadableFile('file-zip');
  const { sheets, is1904 } = await readBook(book);
  const targets = await readRelations(part('xl/_rels/workbook.xml.rels'));
  const strings = await readStrings(part('xl/sharedStrings.xml'));
  const dates = await readDateStyles(part('xl/styles.xml'));
  const contentOf = ({ relation }: { relation: string }): ZipEntry | undefined => {
    const target = targets.get(relation);
    return target === undefined ? undefined : part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  };
  const rowsOf = (content: ZipEntry) => readSheet(content, strings, dates, EPOCHS[`${is1904}`]);
  let chosen = asked === undefined ? sheets[0] : sheets.find(({ name }) => name === asked);
  if (asked === undefined && sheets.length > 1) {
    let most = -Infinity;
    for (const one of sheets.slice(0, SHEETS_LOOKED_AT)) {
      const content = contentOf(one);
      const like = content ? likeness(await beginningOf(rowsOf(content))) : -1;
      if (like > most) [chosen, most] = [one, like];
    }
  }
  if (!chosen) throw new UnreadableFile('sheet-unknown', { sheet: asked ?? '', sheets: sheets.map(({ name }) => name).join(', ') });
  const content = contentOf(chosen);
  if (!content) throw damaged('a sheet is missing');
  return { sheets: sheets.map(({ name }) => name), sheet: chosen.name, rows: rowsOf(content) };
}

/** The first rows of a sheet; none where it cannot be read, which is told when it is chosen. */
async function beginningOf(rows: AsyncGenerator<SheetRow[]>): Promise<SheetRow[]> {
  try {
    const first = await rows.next();
    return first.done ? [] : first.value;
  } catch {
    return [];
  } finally {
    await rows.return(undefined);
  }
}

const damaged = (problem: string) => new UnreadableFile('workbook-damaged', { problem });

interface Handlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Reads XML as it is unpacked; names are told without their prefix, for some writers give one to everything. `after` is asked after every piece. */
async function* readXml(entry: ZipEntry, { open, text, close }: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let problem: string | undefined;
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => void (problem ??= error.message));
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes));
  parser.on('text', (part) => text?.(part));
  parser.on('cdata', (part) => text?.(part));
  parser.on('closetag', ({ name }) => close?.(local(name)));
  for await (const piece of textOf(entry)) {
    parser.write(piece);
    if (problem !== undefined) throw damaged(problem);
    yield;
  }
  parser.close();
  if (problem !== undefined) throw damaged(problem);
}

async function readAll(entry: ZipEntry | undefined, handlers: Handlers): Promise<void> {
  if (!entry) return;
  for await (const _ of readXml(entry, handlers));
}

async function readBook(entry: ZipEntry): Promise<{ sheets: { name: string; relation: string }[]; is1904: boolean }> {
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  await readAll(entry, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible' && relation !== undefined) sheets.push({ name: attributes.name ?? '', relation });
    },
  });
  return { sheets, is1904 };
}

async function readRelations(entry: ZipEntry | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readAll(entry, { open: (name, { Id = '', Target = '' }) => void (name === 'Relationship' && targets.set(Id, Target)) });
  return targets;
}

async function readStrings(entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  // Beside the text, East Asian workbooks carry how it is read aloud.
  let inReading = 0;
  await readAll(entry, {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading++;
      inText = name === 't' && inReading === 0;
    },
    text: (part) => void (inText && (current += part)),
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading--;
      if (name === 'si') strings.push(cellText(current));
    },
  });
  return strings;
}

/** Which cell styles show a number as a date or a time. */
async function readDateStyles(entry: ZipEntry | undefined): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await readAll(entry, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(isDateFormat(Number(attributes.numFmtId ?? 0), formats));
    },
    close: (name) => void (name === 'cellXfs' && (inCells = false)),
  });
  return styles;
}

/** The built-in ones of ECMA-376 18.8.30, those of East Asia among them; else by what the format shows. */
function isDateFormat(id: number, formats: ReadonlyMap<number, string>): boolean {
  const own = formats.get(id);
  if (own === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return /[ymdhs年月日]/i.test(own.replaceAll(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*./gi, '').replaceAll(/general/gi, ''));
}

async function* readSheet(entry: ZipEntry, strings: readonly string[], dates: readonly boolean[], epoch: number): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = [];
  let [line, column, type, style, value] = [0, 0, '', 0, ''];
  let cells: string[] = [];
  let inValue = false;
  let inReading = 0;
  const reading = readXml(entry, {
    open(name, attributes) {
      if (name === 'row') {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
        column = 0;
        cells = [];
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnNumber(attributes.r);
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        value = '';
      }
      if (name === 'rPh') inReading++;
      inValue = (name === 'v' || (name === 't' && type === 'inlineStr')) && inReading === 0;
    },
    text: (part) => void (inValue && (value += part)),
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'rPh') inReading--;
      if (name === 'c' && value !== '') {
        while (cells.length < column - 1) cells.push('');
        cells[column - 1] = cellValue(type, value, dates[style] ?? false);
      }
      if (name === 'row' && cells.length > 0) rows.push({ line, cells });
    },
  });
  const cellValue = (of: string, text: string, isDate: boolean): string => {
    if (of === 's') return strings[Number(text)] ?? '';
    if (of === 'inlineStr' || of === 'str') return cellText(text);
    if (of === 'b') return text === '1' ? 'true' : 'false';
    if (of !== 'n') return text;
    return isDate ? dateText(Number(text), epoch) : numberText(text);
  };
  for await (const _ of reading) {
    if (rows.length < BATCH) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** What a workbook counts as days, as local ISO 8601; the fraction is rounded to what it can hold. */
function dateText(days: number, epoch: number): string {
  if (!Number.isFinite(days)) return '';
  const moment = new Date(Math.round((days - epoch) * DAY_MS));
  return Number.isNaN(moment.getTime()) ? String(days) : moment.toISOString().replace('T', ' ').replace(/(\.000)?Z$/, '');
}

/** As a person sees it: without what binary fractions add at the end. */
const numberText = (text: string): string => {
  const number = Number(text);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : text;
};
