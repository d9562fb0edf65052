import type { EdgeDepth } from '#contract';
import { Chart, type ChartProps, defineTexts, useFormats, useTexts } from '#ui';
import { useCallback } from 'react';
import { depthTexts } from './depth-texts';

const texts = defineTexts({
  day: { zh: '开始日', en: 'Start day' },
  label: { zh: (from: string, to: string, most: string) => `每日次数，${from} 至 ${to}，最多 ${most}`, en: (from: string, to: string, most: string) => `Daily count, ${from} to ${to}, at most ${most}` },
});

/** How often something happened, a start day: bars, hollow while the day may still change. */
export function DailyCount({ days }: { days: EdgeDepth['daily'] }) {
  const t = useTexts(depthTexts);
  const own = useTexts(texts);
  const formats = useFormats();
  const option = useCallback<ChartProps['option']>(
    (palette) => ({
      grid: { left: 4, right: 6, top: 10, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: { trigger: 'axis', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.ink, fontSize: 12 } },
      xAxis: { type: 'category', data: days.map(({ day }) => formats.shortDay(day)), axisTick: { show: false }, axisLabel: { color: palette['ink-3'], fontSize: 11, hideOverlap: true } },
      yAxis: { type: 'value', minInterval: 1, splitNumber: 3, axisLabel: { color: palette['ink-3'], fontSize: 11 }, splitLine: { lineStyle: { color: palette.line } } },
      series: [
        {
          type: 'bar',
          name: t.times,
          barMaxWidth: 14,
          data: days.map(({ count, mature }) => ({
            value: count,
            itemStyle: mature ? { color: palette.volume } : { color: palette['volume-soft'], borderColor: palette.volume, borderType: 'dashed' },
          })),
        },
      ],
    }),
    [days, formats, t],
  );
  const table = (
    <table>
      <thead>
        <tr>
          <th scope="col">{own.day}</th>
          <th scope="col">{t.times}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, count }) => (
          <tr key={day}>
            <th scope="row">{formats.day(day)}</th>
            <td>{formats.exact(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  const [first, last] = [days.at(0)?.day ?? '', days.at(-1)?.day ?? ''];
  return (
    <section aria-label={t.dailyCount}>
      <h3>{t.dailyCount}</h3>
      <Chart option={option} label={own.label(first, last, formats.exact(Math.max(...days.map(({ count }) => count))))} table={table} height={150} />
    </section>
  );
}
