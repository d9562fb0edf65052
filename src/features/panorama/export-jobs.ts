import { instancePages, variantPages } from '#api';
import type { InstanceRow, PanoramaAnswer, VariantAnswer } from '#contract';
import { carrierWords, kindWords, type Language, resolutionWords, saveBlob, stateWords } from '#ui';
import { describeList } from './describe-list';
import { exportTexts } from './export-texts';
import { listColumns, listColumnTexts } from './list-columns';
import { listTexts } from './list-texts';
import type { JourneyId } from '#model';
import { mapTables } from './map-tables';
import { stretchesOf, writePath } from './paths/path-words';
import { aboutAnswer } from './table-cells';
import type { Column } from './table-rows';
import { tableTexts } from './table-texts';
import { listSelection, sameFilter } from './url';
import type { View } from './view';
import { type TableFormat, writeTable } from './write-table';

/** Excel holds no more rows below a header. */
const MOST_ROWS = 1_048_575;

export type AnsweredView = View & { answer: PanoramaAnswer };

/** Progress of a job: so many rows of so many. */
export type Tell = (done: number, all: number) => void;

/** Saves one of the two tables of the map, in the order it has on screen, without the places that step back. Says how many rows. */
export function saveMapTable(view: AnsweredView, which: 'places' | 'edges', format: TableFormat, language: Language): Promise<number> {
  const { answer, place, search, names } = view;
  const tables = mapTables({ answer, place, search, names, texts: tableTexts[language] });
  return which === 'places' ? save(tables.places) : save(tables.edges);

  async function save<Row>({ columns, rows }: { columns: readonly Column<Row>[]; rows: readonly Row[] }): Promise<number> {
    const table = { columns, pieces: [rows], ...framing(view, language, exportTexts[language][which]) };
    saveBlob(`${fileName(view, which)}.${format}`, await writeTable(table, format));
    return rows.length;
  }
}

/** Saves the whole list that is open, as far as it is loaded or not. Says how many rows. @throws ApiError; RangeError when a workbook cannot hold it */
export async function saveList(view: AnsweredView, format: TableFormat, language: Language, signal: AbortSignal, tell: Tell): Promise<number> {
  const { answer, place, search, names, time } = view;
  const words = { kinds: kindWords[language], resolutions: resolutionWords[language], states: stateWords[language], carriers: carrierWords[language] };
  const what = describeList(search, place, names, { ...words, texts: listTexts[language] });
  let done = 0;
  const pages = instancePages({ ...listSelection(search, place, answer.filter, time.hour?.frame), sort: search.sort ?? '-startedAt' }, signal);
  const pieces = counted<InstanceRow>(pages, format, language, (rows, total) => tell((done = rows), total));
  const title = listTexts[language][search.list ?? 'instances'];
  const { about, ...frame } = framing(view, language, title);
  const columns = listColumns(search.list, names, { ...words, texts: listColumnTexts[language] });
  const blob = await writeTable({ columns, pieces, ...frame, about: [[title, what], ...about] }, format);
  saveBlob(`${fileName(view, 'list')}.${format}`, blob);
  return done;
}

/** Saves every broken path of a journey, those that lose most first. Says how many. @throws ApiError; RangeError when a workbook cannot hold them */
export async function savePaths(view: AnsweredView, journey: JourneyId, format: TableFormat, language: Language, signal: AbortSignal, tell: Tell): Promise<number> {
  const { answer, names } = view;
  const t = exportTexts[language];
  const count = (header: string, value: (path: VariantAnswer) => number): Column<VariantAnswer> => ({ key: header, header, kind: 'count', value });
  const columns: Column<VariantAnswer>[] = [
    { key: 'path', header: t.path, kind: 'text', value: ({ places, cut }) => (cut ? '… ' : '') + writePath(stretchesOf(places, journey, names)) },
    count(t.breaks, ({ count: breaks }) => breaks),
    count(t.journeys, ({ instances }) => instances),
    count(t.lost, ({ lost }) => lost),
    count(t.missed, ({ unhanded }) => unhanded),
  ];
  let done = 0;
  const pieces = counted(variantPages({ level: 'journey', ...sameFilter(answer.filter) }, signal), format, language, (rows, total) => tell((done = rows), total));
  saveBlob(`${fileName(view, 'paths')}.${format}`, await writeTable({ columns, pieces, ...framing(view, language, t.paths) }, format));
  return done;
}

/** The rows of pages as they come, each told. */
async function* counted<Row>(pages: AsyncIterable<{ rows: Row[]; total: number }>, format: TableFormat, language: Language, tell: Tell): AsyncGenerator<Row[]> {
  let done = 0;
  for await (const { rows, total } of pages) {
    if (format === 'xlsx' && total > MOST_ROWS) throw new RangeError(exportTexts[language].tooMany);
    done += rows.length;
    tell(done, total);
    yield rows;
  }
}

/** What a file of this view is called, without what comes after the dot. */
export const fileName = ({ place, answer }: AnsweredView, what: string): string =>
  ['throughline', place.level === 'journey' && place.journey, what, answer.filter.from, answer.filter.to].filter(Boolean).join('-');

const framing = ({ answer, place, names }: AnsweredView, language: Language, name: string) => ({
  name,
  aboutName: exportTexts[language].about,
  about: aboutAnswer(answer, place, names, tableTexts[language]),
  writing: { ms: tableTexts[language].ms, zone: answer.zone },
});

