import type { Grid } from '#graph';
import { Dropdown, useCloseDropdown, useTexts } from '#ui';
import styles from './export-menu.module.css';
import { exportTexts } from './export-texts';
import { useExport } from './use-export';
import type { GraphView } from './to-graph';
import { useView } from './view';

/** 导出: what is on screen as a file; of the map, its `picture`. `list`: only the list that is open, for the menu beside it. */
export function ExportMenu({ list = false, picture }: { list?: boolean; picture?: { grid: Grid; graph: GraphView } | undefined }) {
  const { search, answer } = useView();
  const t = useTexts(exportTexts);
  const exporting = useExport();
  const { savePaths } = exporting;
  if (!answer) return undefined;
  if (exporting.progress !== undefined) {
    return (
      <span className={styles.busy} role="status">
        {exporting.progress}
        <button type="button" onClick={exporting.cancel}>
          {t.cancel}
        </button>
      </span>
    );
  }
  return (
    <div className={styles.menu}>
      <Dropdown name={t.export} value="">
        {(list || search.list !== undefined) && <Line what={t.list} formats={{ CSV: () => exporting.saveList('csv'), XLSX: () => exporting.saveList('xlsx') }} />}
        {!list && (
          <>
            {picture && <Line what={t.picture} formats={{ PNG: () => exporting.savePicture(picture, 'png'), SVG: () => exporting.savePicture(picture, 'svg'), [t.print]: () => exporting.print(picture) }} />}
            <Line what={t.places} formats={{ CSV: () => exporting.saveTable('places', 'csv'), XLSX: () => exporting.saveTable('places', 'xlsx') }} />
            {savePaths && <Line what={t.paths} formats={{ CSV: () => savePaths('csv'), XLSX: () => savePaths('xlsx') }} />}
            <Line what={t.edges} formats={{ CSV: () => exporting.saveTable('edges', 'csv'), XLSX: () => exporting.saveTable('edges', 'xlsx') }} />
          </>
        )}
      </Dropdown>
    </div>
  );
}

/** One thing to export, in the formats there are. */
function Line({ what, formats }: { what: string; formats: Record<string, () => void> }) {
  const t = useTexts(exportTexts);
  const close = useCloseDropdown();
  return (
    <div className={styles.line}>
      <span>{what}</span>
      {Object.entries(formats).map(([format, save]) => (
        <button
          key={format}
          type="button"
          aria-label={t.file(what, format)}
          onClick={() => {
            close();
            save();
          }}
        >
          {format}
        </button>
      ))}
    </div>
  );
}
