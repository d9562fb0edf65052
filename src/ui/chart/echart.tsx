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
}

/** The one place that draws with ECharts: SVG, as large as its parent, in the colours on screen, still where motion is unwelcome. */
export function Echart({ option }: EchartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const scheme = useComputedColorScheme('light');
  const still = useReducedMotion();

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
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
    const show = () => {
      const { fontFamily } = getComputedStyle(element);
      const all = { animation: !still, animationDuration: 250, textStyle: { fontFamily }, ...option(readPalette(element, scheme)) };
      chart.current?.setOption(all, { notMerge: true });
    };
    // A task of its own: in one with all else that a click brings on screen it would block a slow machine.
    const drawing = setTimeout(show);
    return () => clearTimeout(drawing);
  }, [option, scheme, still]);

  return <div ref={frame} style={{ width: '100%', height: '100%' }} />;
}
