import { useEffect, useEffectEvent, useState } from 'react';
import page from './ticket-page.module.css';

/** A day typed by hand is whole after a pause of so long (ms). */
const PAUSE = 700;

/**
 * A day, told when it is whole: the browser's own field passes through days nobody means while somebody types one, digit by digit. What
 * was typed counts after a pause, or at once when the field is left.
 */
export function DateField({ value, onChange, max, disabled }: { value: string; onChange: (day: string) => void; max?: string | undefined; disabled?: boolean | undefined }) {
  const [typed, setTyped] = useState<string>();
  const settle = () => {
    if (typed === undefined) return;
    // Years of less than four digits are on the way to one.
    if (typed !== value && (typed === '' || typed >= '1000')) onChange(typed);
    setTyped(undefined);
  };
  const settled = useEffectEvent(settle);
  useEffect(() => {
    if (typed === undefined || (typed !== '' && typed < '1000')) return undefined;
    const timer = setTimeout(() => settled(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => settled(), []);
  return (
    <input
      type="date"
      className={page.input}
      value={typed ?? value}
      max={max}
      disabled={disabled}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={settle}
      onKeyDown={({ key }) => key === 'Enter' && settle()}
    />
  );
}
