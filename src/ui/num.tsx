import { useFormats } from './formats';

/** A count, shortened, with the exact number on hover. */
export function Num({ value, className }: { value: number; className?: string }) {
  const { count, exact } = useFormats();
  const shown = count(value);
  return (
    <span className={className} title={shown === exact(value) ? undefined : exact(value)}>
      {shown}
    </span>
  );
}
