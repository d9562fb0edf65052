import type { NpsFormats } from './nps-formats';

/** A column of a chart's table: its exact value for files, and how it is written on screen. */
export interface Column<Row> {
  key: string;
  header: string;
  /** `nps` is a level, `delta` a change of one; `share` a proportion; `number` has three decimals. */
  kind: 'text' | 'count' | 'nps' | 'delta' | 'share' | 'number';
  value: (row: Row) => string | number | undefined;
}

/** The figures of a chart as a table. */
export interface ChartTable<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Of a row. */
  id: (row: Row) => string;
}

/** A cell as the screen shows it; "—" where there is nothing. */
export function writeCell<Row>({ kind, value }: Column<Row>, row: Row, formats: NpsFormats): string {
  const one = value(row);
  if (one === undefined || one === '') return '—';
  if (typeof one === 'string') return one;
  switch (kind) {
    case 'nps':
      return formats.nps(one);
    case 'delta':
      return formats.delta(one);
    case 'share':
      return formats.percent(one);
    case 'number':
      return one.toFixed(3).replace('-', '−');
    default:
      return formats.exact(one);
  }
}
