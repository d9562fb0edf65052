import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { UnreadableFile } from '../ingest/unreadable-file';
import { cellText, columnNumber, type ReadCell, type ReadSheet } from '#sheets';

/** How large the parts of a workbook may become when they are unpacked, together: what claims more is no ledger. */
const MAX_UNPACKED = 200 * 1024 * 1024;

/**
 * The first visible sheet of an Excel workbook (ECMA-376); of formulas the values they had. Throws `UnreadableFile` for a file that is none, or that
 * would unpack to more than so many bytes.
 */
export function readWorkbook(file: Uint8Array, most = MAX_UNPACKED): ReadSheet {
  const parts = unpack(file, most);
  const text = (path: string): string | undefined => {
    const part = parts[path];
    return part && new TextDecoder().decode(part);
  };
  const workbook = text('xl/workbook.xml');
  if (workbook === undefined) throw new UnreadableFile('file-not-xlsx');
  const { sheet, is1904 } = readBook(workbook);
  const target = readRelations(text('xl/_rels/workbook.xml.rels') ?? '').get(sheet ?? '');
  const content = target === undefined ? undefined : text(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  if (content === undefined) throw new UnreadableFile('file-not-xlsx');
  return { rows: readRows(content, readSharedStrings(text('xl/sharedStrings.xml') ?? '')), is1904 };
}

function unpack(file: Uint8Array, most: number): Record<string, Uint8Array> {
  let size = 0;
  try {
    return unzipSync(file, {
      filter({ name, originalSize }) {
        if (!name.startsWith('xl/') || !/\.(xml|rels)$/.test(name)) return false;
        size += originalSize;
        if (size > most) throw new RangeError('too large');
        return true;
      },
    });
  } catch {
    throw new UnreadableFile('file-not-xlsx');
  }
}

type Attributes = Record<string, string>;
interface Handlers {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Reads XML; names are told without their prefix, for some writers give one to everything. */
function read(xml: string, { open, text, close }: Handlers): void {
  const parser = new SaxesParser();
  let failed = false;
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', () => void (failed = true));
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes));
  parser.on('text', (part) => text?.(part));
  parser.on('cdata', (part) => text?.(part));
  parser.on('closetag', ({ name }) => close?.(local(name)));
  parser.write(xml).close();
  if (failed) throw new UnreadableFile('file-not-xlsx');
}

function readBook(xml: string): { sheet: string | undefined; is1904: boolean } {
  let sheet: string | undefined;
  let is1904 = false;
  read(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible') sheet ??= Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    },
  });
  return { sheet, is1904 };
}

function readRelations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  if (xml !== '') read(xml, { open: (name, { Id = '', Target = '' }) => void (name === 'Relationship' && targets.set(Id, Target)) });
  return targets;
}

function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  // Beside the text, East Asian workbooks carry how it is read aloud.
  let inReading = 0;
  if (xml === '') return strings;
  read(xml, {
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

function readRows(xml: string, strings: readonly string[]): ReadSheet['rows'] {
  const rows: ReadSheet['rows'] = [];
  let [row, column, type, value] = [0, 0, '', ''];
  let cells = new Map<number, ReadCell>();
  let inValue = false;
  let inReading = 0;
  read(xml, {
    open(name, attributes) {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        column = 0;
        cells = new Map();
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnNumber(attributes.r);
        type = attributes.t ?? 'n';
        value = '';
      }
      if (name === 'rPh') inReading++;
      inValue = (name === 'v' || (name === 't' && type === 'inlineStr')) && inReading === 0;
    },
    text: (part) => void (inValue && (value += part)),
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'rPh') inReading--;
      if (name === 'c') {
        const cell = cellOf(type, value, strings);
        if (cell !== undefined && cell !== '') cells.set(column, cell);
      }
      if (name === 'row' && cells.size > 0) rows.push({ row, cells });
    },
  });
  return rows;
}

function cellOf(type: string, value: string, strings: readonly string[]): ReadCell | undefined {
  switch (type) {
    case 's':
      return strings[Number(value)];
    case 'inlineStr':
    case 'str':
      return cellText(value);
    case 'b':
      return value === '1';
    // A date as ISO 8601 text; an error as its name, which is then what is wrong with the cell.
    case 'd':
    case 'e':
      return value;
    default:
      return value === '' ? undefined : Number(value);
  }
}
