import { useFormats } from './formats';
import { defineTexts, useTexts } from './texts';

const texts = defineTexts({
  fraction: { zh: (part: string, whole: string) => `${part} ÷ ${whole}`, en: (part: string, whole: string) => `${part} of ${whole}` },
  interval: { zh: (low: string, high: string) => `95% 区间 ${low} – ${high}`, en: (low: string, high: string) => `95% interval ${low} – ${high}` },
  none: { zh: '没有分母', en: 'nothing to divide by' },
});

export interface RateProps {
  part: number;
  whole: number;
  /** 95 % interval, as proportions. */
  interval?: { low: number; high: number } | undefined;
  className?: string;
}

/** A proportion as per cent, with its numerator, denominator and interval on hover; "—" when there is no denominator. */
export function Rate({ part, whole, interval, className }: RateProps) {
  const t = useTexts(texts);
  const { exact, percent } = useFormats();
  if (whole === 0) return <span className={className} title={t.none}>—</span>;
  const hover = [t.fraction(exact(part), exact(whole)), interval && t.interval(percent(interval.low), percent(interval.high))];
  return (
    <span className={className} title={hover.filter(Boolean).join('\n')}>
      {percent(part / whole)}
    </span>
  );
}
