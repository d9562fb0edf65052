import { Button, classes, defineTexts, Dropdown, useCloseDropdown, useTexts } from '#ui';
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import styles from './chart-card.module.css';
import { ChartRows } from './chart-rows';
import type { ChartTable } from './table';
import { useSave } from './use-save';
import { useNps } from './view';

const texts = defineTexts({
  asTable: { zh: '看表格', en: 'As a table' },
  asChart: { zh: '看图', en: 'As a chart' },
  save: { zh: '导出', en: 'Export' },
  file: { zh: (what: string, format: string) => `${what} ${format}`, en: (what: string, format: string) => `${what} ${format}` },
});

export interface ChartCardProps<Row> {
  title: string;
  /** Below the title: what it is of. */
  note?: ReactNode;
  /** In plain words below the chart. */
  sentence?: ReactNode;
  /** After the sentence, on screen alone: what can be pressed. */
  hint?: string | undefined;
  /** Beside the title. */
  actions?: ReactNode;
  /** Of its files: `trend`. */
  file: string;
  table: ChartTable<Row>;
  /** What opens from a row of the table; its name says it. */
  open?: ((row: Row) => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A chart with its sentence; the same figures are a table one button away, and a file. */
export function ChartCard<Row>({ title, note, sentence, hint, actions, file, table, open, className, children }: ChartCardProps<Row>) {
  const { paper } = useNps();
  const t = useTexts(texts);
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const [asTable, setAsTable] = useState(false);
  return (
    <section ref={card} className={classes(styles.card, paper && styles.paper, className)} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>{title}</h2>
        <div className={styles.actions} data-no-picture="">
          {!paper && actions}
          <Button look="quiet" className={styles.small} aria-pressed={asTable} aria-label={`${title} ${asTable ? t.asChart : t.asTable}`} onClick={() => setAsTable(!asTable)}>
            {asTable ? t.asChart : t.asTable}
          </Button>
          <SaveMenu title={title} file={file} table={table} card={card} hasPicture={!asTable} />
        </div>
      </header>
      {note && <p className={styles.note}>{note}</p>}
      <div className={styles.body}>{asTable ? <ChartRows label={title} table={table} open={open} /> : children}</div>
      {sentence && (
        <p className={styles.sentence}>
          {sentence} {!paper && hint && <span data-no-picture="">{hint}</span>}
        </p>
      )}
    </section>
  );
}

function SaveMenu<Row>({ title, file, table, card, hasPicture }: { title: string; file: string; table: ChartTable<Row>; card: RefObject<HTMLElement | null>; hasPicture: boolean }) {
  const t = useTexts(texts);
  const save = useSave(title, file);
  return (
    <div className={styles.save}>
      <Dropdown name={t.save} value="">
        {hasPicture && <SaveButton label={t.file(title, 'PNG')} run={() => card.current && save.picture(card.current)} />}
        <SaveButton label={t.file(title, 'CSV')} run={() => save.table(table, 'csv')} />
        <SaveButton label={t.file(title, 'XLSX')} run={() => save.table(table, 'xlsx')} />
      </Dropdown>
    </div>
  );
}

function SaveButton({ label, run }: { label: string; run: () => void }) {
  const close = useCloseDropdown();
  return (
    <button
      type="button"
      className={styles.choice}
      onClick={() => {
        close();
        run();
      }}
    >
      {label}
    </button>
  );
}
