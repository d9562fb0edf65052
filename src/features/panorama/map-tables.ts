import type { PanoramaAnswer, PanoramaNode } from '#contract';
import type { Names } from './names';
import { staysInFront } from './only';
import type { PanoramaSearch } from './search';
import { type Column, edgeColumns, edgeRows, type EdgeRow, placeColumns, sortRows } from './table-rows';
import type { tableTexts } from './table-texts';
import type { Place } from './url';

export type TableName = 'places' | 'edges';

/** A table of what is on the map: its rows in order, without those that step back. */
export interface MapTable<Row> {
  columns: Column<Row>[];
  rows: Row[];
  order: TableOrder;
}

export interface TableOrder {
  key: string;
  descending: boolean;
}

/** What a table is sorted by at first. */
const FIRST: Record<TableName, TableOrder> = { places: { key: 'unhanded', descending: true }, edges: { key: 'count', descending: true } };

/** The order of the address, where it names a column of the table. */
function orderOf(order: string | undefined, first: TableOrder, columns: readonly { key: string }[]): TableOrder {
  if (order === undefined) return first;
  const descending = order.startsWith('-');
  const key = descending ? order.slice(1) : order;
  return columns.some((column) => column.key === key) ? { key, descending } : first;
}

/** The `order` of an address; none where it is the one the table begins with. */
export const orderParam = (table: TableName, { key, descending }: TableOrder): string | undefined => {
  const first = FIRST[table];
  return key === first.key && descending === first.descending ? undefined : `${descending ? '-' : ''}${key}`;
};

interface Question {
  answer: PanoramaAnswer;
  place: Place;
  search: Pick<PanoramaSearch, 'only' | 'order' | 'table'>;
  names: Names;
  texts: (typeof tableTexts)['zh'];
}

/** Both tables; the order of the address is that of the one it shows. */
export function mapTables({ answer, place, search, names, texts }: Question): { places: MapTable<PanoramaNode>; edges: MapTable<EdgeRow>; hidden: number } {
  const front = answer.nodes.filter((node) => staysInFront(node, search.only));
  const hidden = answer.nodes.length - front.length;
  const ids = new Set(front.map(({ id }) => id));
  const lines = edgeRows(answer).filter(({ from }) => hidden === 0 || ids.has(from));
  const shown = search.table ?? 'places';
  const table = <Row>(name: TableName, columns: Column<Row>[], rows: readonly Row[]): MapTable<Row> => {
    const order = orderOf(name === shown ? search.order : undefined, FIRST[name], columns);
    const column = columns.find(({ key }) => key === order.key);
    return { columns, rows: column ? sortRows(rows, column, order.descending) : [...rows], order };
  };
  return { places: table('places', placeColumns(place, names, texts), front), edges: table('edges', edgeColumns(place, names, texts), lines), hidden };
}
