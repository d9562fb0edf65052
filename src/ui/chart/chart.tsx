import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '../button';
import { Table } from '../table';
import { defineTexts, useTexts } from '../texts';
import styles from './chart.module.css';
import type { EchartProps } from './echart';

const Echart = lazy(async () => ({ default: (await import('./echart')).Echart }));

const texts = defineTexts({
  asTable: { zh: '看表格', en: 'As a table' },
  asChart: { zh: '看图', en: 'As a chart' },
});

export interface ChartProps extends EchartProps {
  /** What it shows, in a sentence: all that is said of it to who cannot see it, beside the table. */
  label: string;
  /** The same figures as `thead` and `tbody` of a `Table`, for keyboard and screen reader, and for who wants the numbers. */
  table: ReactNode;
  /** CSS pixels. */
  height?: number;
}

/** A chart with its table one button away. The drawing loads when the first chart is on screen; its place is kept from the start. */
export function Chart({ option, label, table, height = 180 }: ChartProps) {
  const t = useTexts(texts);
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.figure}>
      {asTable ? (
        <Table label={label} maxHeight={height}>{table}</Table>
      ) : (
        <div style={{ height }} role="img" aria-label={label}>
          <Suspense>
            <Echart option={option} />
          </Suspense>
        </div>
      )}
      <Button look="quiet" className={styles.toggle} onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>
        {asTable ? t.asChart : t.asTable}
      </Button>
    </figure>
  );
}
