import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as draw, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { readPalette, type Palette } from './palette';

draw([BarChart, LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export interface EchartProps {
  /** Makes the ECharts option in the colours on screen; keep its identity while nothing changes. */
  option: (palette: Palette) => EChartsCoreOption;
  /** In light colours, whatever the screen's: for paper. */
  paper?: boolean;
  /** Somebody clicked into the drawing: at which place of its first horizontal axis, from 0. */
  onPick?: ((index: number) => void) | undefined;
}

/** The one place that draws with ECharts: SVG, as large as its parent, in the colours on screen, still where motion is unwelcome. */
export function Echart({ option, paper = false, onPick }: EchartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const drawn = useRef(false);
  const onScreen = useComputedColorScheme('light');
  const scheme = paper ? 'light' : onScreen;
  const still = useReducedMotion();

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
    drawn.current = false;
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    return inTasks(() => {
      const made = chart.current;
      if (!made) return [];
      const { fontFamily } = getComputedStyle(element);
      const { series, ...others } = option(readPalette(element, scheme));
      const general = { animation: !still, animationDuration: 250, textStyle: { fontFamily } };
      if (drawn.current) return [() => made.setOption({ ...general, ...others, series }, { notMerge: true })];
      return [
        () => made.setOption(general, { notMerge: true }),
        () => made.setOption(others),
        ...growing(series).map((some) => () => made.setOption({ series: some })),
        () => (drawn.current = true),
      ];
    });
  }, [option, scheme, still]);

  useEffect(() => {
    const surface = chart.current?.getZr();
    if (!surface || !onPick) return undefined;
    const pick = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
      const made = chart.current;
      if (made?.containPixel('grid', [offsetX, offsetY])) onPick(Math.round(Number(made.convertFromPixel({ xAxisIndex: 0 }, offsetX))));
    };
    surface.on('click', pick);
    return () => surface.off('click', pick);
  }, [onPick]);

  return <div ref={frame} style={{ width: '100%', height: '100%' }} />;
}

/** The first, the first two, and so on, to all of them. */
const growing = (series: unknown): unknown[][] => (Array.isArray(series) ? series.map((_, index) => series.slice(0, index + 1)) : []);

/**
 * Runs each step in a task of its own, as the first drawing of a chart needs it: in one, with nearly all of ECharts run for the first time, it
 * would block a slow machine.
 *
 * @returns what stops before the next one
 */
function inTasks(stepsOf: () => readonly (() => void)[]): () => void {
  let timer = setTimeout(() => next(stepsOf()));
  const next = ([step, ...others]: readonly (() => void)[]) => {
    step?.();
    if (others.length > 0) timer = setTimeout(() => next(others));
  };
  return () => clearTimeout(timer);
}
