import { Button, classes, useFormats, useTexts } from '#ui';
import { DataGrid } from './data-grid';
import { mapTables, orderParam, type TableName, type TableOrder } from './map-tables';
import styles from './table-view.module.css';
import { tableTexts } from './table-texts';
import { selectedId, selectionParam, withSelection } from './url';
import { useView } from './view';

/** Everything on the map as two tables: its places, and all lines between them. */
export function TableView() {
  const { place, search, go, names, answer } = useView();
  const { exact } = useFormats();
  const t = useTexts(tableTexts);
  if (!answer) return undefined;
  const { places, edges, hidden } = mapTables({ answer, place, search, names, texts: t });
  const shown: TableName = search.table ?? 'places';
  const count = { places: exact(places.rows.length), edges: exact(edges.rows.length) };
  const caption = {
    places: hidden > 0 ? t.captionOnly(count.places, exact(hidden)) : t.caption(count.places),
    edges: hidden > 0 ? t.edgesCaptionOnly(count.edges) : t.edgesCaption(count.edges),
  }[shown];
  const shared = {
    name: caption,
    selected: selectedId(search),
    onSelect: (id: string) => go(withSelection(search, selectionParam(id))),
    onOrder: (order: TableOrder) => go({ ...search, order: orderParam(shown, order) }, { replace: true }),
  };
  const { columns, order } = shown === 'places' ? places : edges;
  const sortedBy = columns.find(({ key }) => key === order.key)?.header ?? '';
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <div className={styles.tabs} role="group" aria-label={`${t.places} / ${t.edges}`}>
          {(['places', 'edges'] as const).map((one) => (
            <Button key={one} aria-pressed={shown === one} className={classes(shown === one && styles.on)} onClick={() => go({ ...search, table: one === 'places' ? undefined : one, order: undefined }, { replace: true })}>
              {t[one]} {count[one]}
            </Button>
          ))}
        </div>
        <span>{caption}</span>
        <span role="status">{order.descending ? t.descending(sortedBy) : t.ascending(sortedBy)}</span>
      </div>
      {shown === 'places' ? <DataGrid {...places} {...shared} /> : <DataGrid {...edges} {...shared} />}
    </div>
  );
}
