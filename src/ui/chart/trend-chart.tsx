import { useCallback } from 'react';
import { useFormats } from '../formats';
import { defineTexts, useTexts } from '../texts';
import { Chart } from './chart';
import type { Palette } from './palette';
import { type ComparedDays, trendOption, type TrendDay, type TrendMark } from './trend-option';

const texts = defineTexts({
  day: { zh: '开始日', en: 'Start day' },
  immature: { zh: '未成熟', en: 'not mature' },
  mayChange: { zh: '未成熟，还会变', en: 'not mature, may change' },
  nothing: { zh: '没有可画的日子', en: 'no days to draw' },
  summary: {
    zh: (rate: string, from: string, to: string, first: string, last: string) => `${rate}，${from} 至 ${to}，从 ${first} 到 ${last}`,
    en: (rate: string, from: string, to: string, first: string, last: string) => `${rate}, ${from} to ${to}, from ${first} to ${last}`,
  },
});

export interface TrendChartProps {
  days: readonly TrendDay[];
  /** What the rate, its numerator and its denominator are called, such as 中断率, 中断客户, 客户. Plain words, no data: they become HTML. */
  words: { rate: string; part: string; whole: string };
  /** Keep its identity while nothing changes. */
  marks?: readonly TrendMark[];
  /** Keep its identity too. Its name is plain words. */
  compared?: ComparedDays | undefined;
  tone?: 'break' | 'handoff' | 'nps';
  height?: number;
}

const NO_MARKS: readonly TrendMark[] = [];

/** A daily rate with its numerators and denominators; days that may still change are marked. */
export function TrendChart({ days, words, marks = NO_MARKS, compared, tone = 'break', height }: TrendChartProps) {
  const t = useTexts(texts);
  const formats = useFormats();
  const { rate, part, whole } = words;
  const option = useCallback(
    (palette: Palette) => trendOption({ days, marks, compared, tone, words: { rate, part, whole, immature: t.immature, mayChange: t.mayChange } }, formats, palette),
    [days, marks, compared, tone, rate, part, whole, t, formats],
  );
  const write = (day: TrendDay) => (day.whole > 0 ? formats.percent(day.part / day.whole) : '—');
  const counted = days.filter((day) => day.whole > 0);
  const [first, last] = [counted.at(0), counted.at(-1)];
  const label = first && last ? t.summary(rate, formats.day(first.day), formats.day(last.day), write(first), write(last)) : `${rate}: ${t.nothing}`;
  const table = (
    <>
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col" data-number>{rate}</th>
          <th scope="col" data-number>{part}</th>
          <th scope="col" data-number>{whole}</th>
          {compared && <th scope="col" data-number>{compared.name}</th>}
        </tr>
      </thead>
      <tbody>
        {days.map((day, index) => (
          <tr key={day.day}>
            <th scope="row">
              {formats.day(day.day)} {!day.mature && <small>({t.mayChange})</small>}
            </th>
            <td data-number>{write(day)}</td>
            <td data-number>{formats.exact(day.part)}</td>
            <td data-number>{formats.exact(day.whole)}</td>
            {compared && <td data-number>{compared.days[index] ? `${write(compared.days[index])} (${formats.shortDay(compared.days[index].day)})` : '—'}</td>}
          </tr>
        ))}
      </tbody>
    </>
  );
  return <Chart option={option} label={label} table={table} height={height} />;
}
