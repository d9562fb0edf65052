import { Button, classes, download, useFormats, useTexts } from '#ui';
import { useState } from 'react';
import { staysInFront } from './only';
import { edgeColumns, edgeRows, placeColumns, sortRows, type Column } from './table-rows';
import styles from './table-view.module.css';
import { tableTexts } from './table-texts';
import { aboutAnswer, toCsv } from './to-csv';
import { selectedId, selectionParam, withSelection } from './url';
import { useView } from './view';

/** Everything on the map as two tables: its places, and all lines between them. */
export function TableView() {
  const { place, search, names, answer } = useView();
  const { exact } = useFormats();
  const t = useTexts(tableTexts);
  const [tab, setTab] = useState<'places' | 'edges'>('places');
  if (!answer) return undefined;
  const front = answer.nodes.filter((node) => staysInFront(node, search.only));
  const hidden = answer.nodes.length - front.length;
  const inFront = new Set(front.map(({ id }) => id));
  const edges = edgeRows(answer).filter(({ from }) => hidden === 0 || inFront.has(from));
  return (
    <div className={styles.view}>
      <div className={styles.tabs} role="group" aria-label={`${t.places} / ${t.edges}`}>
        {(['places', 'edges'] as const).map((one) => (
          <Button key={one} aria-pressed={tab === one} className={classes(tab === one && styles.on)} onClick={() => setTab(one)}>
            {t[one]} {exact(one === 'places' ? front.length : edges.length)}
          </Button>
        ))}
      </div>
      {tab === 'places' ? (
        <SortableTable caption={hidden > 0 ? t.captionOnly(exact(front.length), exact(hidden)) : t.caption(exact(front.length))} columns={placeColumns(place, names, t)} rows={front} first="unhanded" />
      ) : (
        <SortableTable caption={hidden > 0 ? t.edgesCaptionOnly(exact(edges.length)) : t.edgesCaption(exact(edges.length))} columns={edgeColumns(place, names, t)} rows={edges} first="count" />
      )}
    </div>
  );
}

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The column it is sorted by at first, greatest first. */
  first: string;
}

function SortableTable<Row extends { id: string }>({ caption, columns, rows, first }: Props<Row>) {
  const { place, search, go, names, answer } = useView();
  const t = useTexts(tableTexts);
  const [sort, setSort] = useState({ key: first, descending: true });
  const column = columns.find(({ key }) => key === sort.key);
  const sorted = column ? sortRows(rows, column, sort.descending) : rows;
  const sortBy = ({ key, kind }: Column<Row>) => setSort({ key, descending: key === sort.key ? !sort.descending : kind !== 'text' });
  const save = () => {
    if (answer) download(`throughline-${answer.filter.from}-${answer.filter.to}.csv`, 'text/csv', toCsv(columns, sorted, aboutAnswer(answer, place, names, t), t.ms));
  };
  return (
    <>
      <div className={styles.tools}>
        <span>
          {caption} · {t.sorted}
        </span>
        <Button onClick={save}>{t.csv}</Button>
      </div>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <caption className={styles.hidden}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((one) => (
                <th key={one.key} scope="col" className={one.kind === 'text' ? undefined : styles.number} aria-sort={one.key !== sort.key ? 'none' : sort.descending ? 'descending' : 'ascending'}>
                  <button type="button" onClick={() => sortBy(one)}>
                    {one.header}
                    <span aria-hidden="true">{one.key !== sort.key ? '' : sort.descending ? ' ▾' : ' ▴'}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.id} aria-selected={row.id === selectedId(search) || undefined} className={classes(row.id === selectedId(search) && styles.selected)}>
                {columns.map((one, index) =>
                  index === 0 ? (
                    <th key={one.key} scope="row">
                      <button type="button" onClick={() => go(withSelection(search, selectionParam(row.id)))}>
                        <Value column={one} row={row} />
                      </button>
                    </th>
                  ) : (
                    <td key={one.key} className={one.kind === 'text' ? undefined : styles.number}>
                      <Value column={one} row={row} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Value<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { exact, duration } = useFormats();
  const value = column.value(row);
  if (value === undefined || typeof value === 'string') return value ?? '—';
  switch (column.kind) {
    // The unit is in the header, and the figures of a column stand under each other.
    case 'rate':
      return (value * 100).toFixed(1);
    case 'points':
      return signed(value * 100);
    case 'ms':
      return duration(value);
    default:
      return exact(value);
  }
}

const signed = (value: number): string => {
  const figure = Math.abs(value).toFixed(1);
  return figure === '0.0' ? figure : `${value > 0 ? '+' : '−'}${figure}`;
};
