import type { StoryLine } from './to-story';
import styles from './story-panel.module.css';

const GAP = 20;
/** Where the dot of a line stands, from its top. */
const DOT = 14;

/** The drawing beside one line of a story: a lane for each touchpoint, the way between them, a cut where it broke, an arc where it was picked up. */
export function StoryTrack({ line, lanes, before, isLast }: { line: StoryLine; lanes: number; before: number | undefined; isLast: boolean }) {
  const width = lanes * GAP;
  const x = (lane: number) => lane * GAP + GAP / 2;
  const from = line.type === 'carrier' ? line.fromLane : before;
  const to = line.type === 'day' ? before : line.lane;
  return (
    <span className={styles.track} style={{ width }} aria-hidden="true">
      {to !== undefined && !isLast && line.type !== 'day' && <span className={styles.down} style={{ left: x(to), top: DOT }} data-type={line.type} />}
      {line.type === 'day' && before !== undefined && <span className={styles.down} style={{ left: x(before), top: 0 }} />}
      <svg width={width} height={DOT * 2}>
        {from !== undefined && to !== undefined && (
          <path className={line.type === 'carrier' ? styles.arc : styles.way} d={from === to ? `M${x(from)},0V${DOT}` : `M${x(from)},0C${x(from)},${DOT} ${x(to)},0 ${x(to)},${DOT}`} />
        )}
        {line.type === 'event' && <circle className={styles[line.event.outcome]} cx={x(line.lane)} cy={DOT} r={line.completes ? 6 : 4.5} />}
        {line.type === 'break' && <path className={styles.cut} d={`M${x(line.lane) - 6},${DOT + 5}l5,-10M${x(line.lane) + 1},${DOT + 5}l5,-10`} />}
        {line.type === 'carrier' && <path className={styles.arrow} d={`M${x(line.lane)},${DOT + 2}l-4,-5m4,5l4,-5`} />}
      </svg>
    </span>
  );
}
