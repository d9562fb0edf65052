import { useElementSize } from '@mantine/hooks';
import { lazy, Suspense, useCallback } from 'react';
import type { Band } from './band-option';
import { bandOption } from './band-option';
import type { Palette } from './palette';

const Echart = lazy(async () => ({ default: (await import('./echart')).Echart }));

export interface BandChartProps extends Omit<Band, 'width' | 'height'> {
  /** What it shows, in a sentence; its figures stand in a table beside it. */
  label: string;
  /** CSS pixels; `fill`: what its column leaves, at least 280. */
  height: number | 'fill';
  /** In light colours, whatever the screen's: for paper. */
  paper?: boolean;
  /** Somebody pointed at a period, by its index; by keyboard the table leads there. */
  onPick?: ((index: number) => void) | undefined;
}

/** A series with its 95 % band. The drawing loads when the first chart is on screen; its place is kept from the start. Keep the identity of what it is given while nothing changes. */
export function BandChart({ points, marks, target, name, gap, more, write, label, height, paper = false, onPick }: BandChartProps) {
  const { ref, width, height: high } = useElementSize();
  const option = useCallback((palette: Palette) => bandOption({ points, marks, target, name, gap, more, write, width, height: high }, palette), [points, marks, target, name, gap, more, write, width, high]);
  return (
    <div ref={ref} style={height === 'fill' ? { flex: '1 1 280px' } : { height }} role="img" aria-label={label}>
      {width > 0 && (
        <Suspense>
          <Echart option={option} paper={paper} onPick={onPick} />
        </Suspense>
      )}
    </div>
  );
}
