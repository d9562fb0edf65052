import { Button, classes, defineTexts, useTexts } from '#ui';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './playback-bar.module.css';
import { type AxisMark, barPaths, placeMarks, type PlacedMark, type Slot, slotAfterKey, slotAt } from './time-axis';

const texts = defineTexts({
  play: { zh: '▶ 回放', en: '▶ Play' },
  pause: { zh: '❚❚ 暂停', en: '❚❚ Pause' },
  leave: { zh: '退出回放', en: 'Leave playback' },
  slider: { zh: '回放位置', en: 'Playback position' },
  day: { zh: '按天', en: 'By day' },
  hour: { zh: '按小时', en: 'By hour' },
  unit: { zh: '回放步长', en: 'Playback step' },
  dayBefore: { zh: '前一天', en: 'The day before' },
  dayAfter: { zh: '后一天', en: 'The day after' },
  whole: { zh: '整段时间', en: 'Whole period' },
  keys: { zh: '左右键逐格，Page Up/Down 跳一周（按小时时跳一天），空格播放，Esc 退出', en: 'Arrow keys step, Page Up/Down go a week (a day, by hour), Space plays, Esc leaves' },
});

interface Props<Mark extends AxisMark> {
  slots: readonly Slot[];
  marks: readonly Mark[];
  /** The slot of `position`; none while the whole period is shown. */
  position: number | undefined;
  onPosition: (index: number | undefined) => void;
  unit: 'day' | 'hour';
  onUnit: ((unit: 'day' | 'hour') => void) | undefined;
  /** Goes a day back (−1) or on (1), where the axis is the hours of one. */
  onLeap: ((by: -1 | 1) => void) | undefined;
  playing: boolean;
  onPlay: (playing: boolean) => void;
  /** What a slot says, such as 11月12日 周四, 中断 86. */
  describe: (slot: Slot) => string;
  renderMark: (mark: PlacedMark<Mark>) => ReactNode;
  /** What else stands beside it. */
  children?: ReactNode;
}

/** How far Page Up and Page Down go. */
const WEEK = 7;

/** The time axis below the map: breaks by slot, what happened when, and the position of the playback. Its height never changes. */
export function PlaybackBar<Mark extends AxisMark>({ slots, marks, position, onPosition, unit, onUnit, onLeap, playing, onPlay, describe, renderMark, children }: Props<Mark>) {
  const t = useTexts(texts);
  const axis = useRef<HTMLDivElement>(null);
  const width = useWidth(axis);
  const [hovered, setHovered] = useState<number>();
  const paths = barPaths(slots);
  const slotOf = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, width: across } = currentTarget.getBoundingClientRect();
    return slotAt(slots, clientX - left, across);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ') onPlay(!playing);
    else if (event.key === 'Escape' && position !== undefined) onPosition(undefined);
    else if (onLeap && (event.key === 'PageUp' || event.key === 'PageDown')) onLeap(event.key === 'PageUp' ? 1 : -1);
    else {
      const to = slotAfterKey(event.key, position ?? slots.length, slots.length, WEEK);
      if (to === undefined) return;
      onPosition(to);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const told = slots[hovered ?? position ?? -1];
  return (
    <div className={styles.bar}>
      <div className={styles.controls}>
        <Button disabled={slots.length === 0} onClick={() => onPlay(!playing)}>
          {playing ? t.pause : t.play}
        </Button>
        {onUnit && (
          <div className={styles.units} role="group" aria-label={t.unit}>
            {(['day', 'hour'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={unit === one} onClick={() => onUnit(one)}>
                {t[one]}
              </button>
            ))}
          </div>
        )}
        {onLeap && (
          <div className={styles.units}>
            <button type="button" aria-label={t.dayBefore} title={t.dayBefore} onClick={() => onLeap(-1)}>
              ‹
            </button>
            <button type="button" aria-label={t.dayAfter} title={t.dayAfter} onClick={() => onLeap(1)}>
              ›
            </button>
          </div>
        )}
      </div>
      <div className={styles.time}>
        <div className={styles.marks}>
          {placeMarks(slots, marks, width).map((mark) => (
            <span key={mark.index} className={styles.mark} style={{ left: `${((mark.index + 0.5) / slots.length) * 100}%` }}>
              {renderMark(mark)}
            </span>
          ))}
        </div>
        <div
          ref={axis}
          className={styles.axis}
          role="slider"
          tabIndex={slots.length === 0 ? -1 : 0}
          aria-label={t.slider}
          aria-disabled={slots.length === 0 || undefined}
          aria-valuemin={0}
          aria-valuemax={slots.length}
          aria-valuenow={position === undefined ? slots.length : position}
          aria-valuetext={position === undefined || !slots[position] ? t.whole : describe(slots[position])}
          title={t.keys}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            if (slots.length === 0 || event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            onPosition(slotOf(event));
          }}
          onPointerMove={(event) => {
            if (slots.length === 0) return;
            const at = slotOf(event);
            setHovered(at);
            if (event.currentTarget.hasPointerCapture(event.pointerId) && at !== position) onPosition(at);
          }}
          onPointerLeave={() => setHovered(undefined)}
        >
          <svg viewBox={`0 0 ${Math.max(1, slots.length)} 1`} preserveAspectRatio="none" aria-hidden="true">
            <path className={styles.mature} d={paths.mature} />
            <path className={styles.immature} d={paths.immature} />
          </svg>
          {position !== undefined && slots.length > 0 && <span className={styles.position} style={{ left: `${(position / slots.length) * 100}%`, width: `${100 / slots.length}%` }} />}
        </div>
      </div>
      <div className={styles.told}>
        <span className={classes(hovered === undefined && position !== undefined && styles.now)}>{told ? describe(told) : t.whole}</span>
        {position === undefined ? children : <Button look="quiet" onClick={() => onPosition(undefined)}>{t.leave}</Button>}
      </div>
    </div>
  );
}

/** The width of an element in px as it changes; 0 before it is drawn. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
