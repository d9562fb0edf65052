import { memo, type RefObject, useLayoutEffect, useRef } from 'react';
import type { Tip } from './place-card';
import styles from './hover-tip.module.css';

interface Props {
  container: RefObject<HTMLDivElement | null>;
  /** What is hovered, by its `data-id`. */
  id: string;
  tipOf: (id: string) => Tip | undefined;
}

const GAP = 10;

/**
 * The exact numbers of what is hovered, beside it. For the eye: a screen reader has them in the place's own label.
 *
 * Memoised: to find its place it has everything laid out at once, which not every click is worth.
 */
export const HoverTip = memo(function HoverTip({ container, id, tipOf }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const tip = tipOf(id);
  // No dependencies: its own size, and so its place, changes with its texts.
  useLayoutEffect(() => {
    const frame = container.current?.getBoundingClientRect();
    const target = container.current?.querySelector(`[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    const own = box.current;
    if (!frame || !target || !own) return;
    // Below what it tells of, where the fewest lines run; above it where there is no room.
    const below = target.bottom + GAP - frame.top;
    const above = target.top - GAP - own.offsetHeight - frame.top;
    const x = Math.max(GAP, Math.min(target.left - frame.left, frame.width - own.offsetWidth - GAP));
    const y = below + own.offsetHeight < frame.height ? below : Math.max(GAP, above);
    own.style.transform = `translate(${x}px, ${y}px)`;
  });
  if (!tip) return undefined;
  return (
    <div ref={box} className={styles.tip} aria-hidden="true">
      <strong>{tip.title}</strong>
      <dl>
        {tip.rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
});
