import { memo } from 'react';
import type { Cell } from './grid';
import { type Card, type CardMark, CHANGE_SIGNS, type PlaceCard, type ResultCard } from './place-card';
import styles from './place-view.module.css';
import { SPARK_HEIGHT, sparkPath, sparkWidth } from './spark';

interface Props {
  card: Card;
  cell: Cell;
  size: { width: number; height: number };
  selected: boolean;
  /** The one place of the map that the tab key stops at. */
  tabbable: boolean;
}

/** A place on the map: one button that reads all its numbers. Memoised, so that only cards whose texts changed are drawn again. */
export const PlaceView = memo(function PlaceView({ card, cell, size: { width, height }, selected, tabbable }: Props) {
  const className = [styles.card, styles[card.kind], card.kind === 'place' && styles[card.severity], card.kind === 'place' && card.title !== undefined && styles.titled, card.kind === 'place' && card.faded && styles.faded];
  return (
    <div className={styles.cell} data-id={card.id} style={{ left: cell.x, top: cell.y, width, height }}>
      <button
        type="button"
        className={className.filter(Boolean).join(' ')}
        data-id={card.id}
        tabIndex={tabbable ? 0 : -1}
        aria-label={card.label}
        aria-pressed={card.kind === 'place' ? selected : undefined}
      >
        {card.kind === 'place' ? <PlaceFace card={card} width={width} /> : <ResultFace card={card} />}
      </button>
      {card.kind === 'place' && card.marks?.map((mark) => <Mark key={mark.kind} mark={mark} tabbable={tabbable} />)}
    </div>
  );
});

/** Beside the card's own button, because it leads elsewhere; by keyboard it comes after its card. */
function Mark({ mark: { kind, text, alarm, label }, tabbable }: { mark: CardMark; tabbable: boolean }) {
  return (
    <button type="button" className={[styles[kind], alarm && styles.alarm].filter(Boolean).join(' ')} data-mark={kind} tabIndex={tabbable ? 0 : -1} aria-label={label} title={label}>
      {text}
    </button>
  );
}

/** The width of a card that its edge and padding take. */
const MARGINS = 18;

function PlaceFace({ card, width }: { card: PlaceCard; width: number }) {
  const broken = card.severity === 'broken' || card.severity === 'severe';
  return (
    <>
      {card.title !== undefined && <span className={card.titleLines === 2 ? `${styles.title} ${styles.twoLines}` : styles.title}>{card.title}</span>}
      {card.title === undefined && <Numbers card={card} />}
      <span className={styles.bar}>
        {broken && !card.faded && card.bar !== undefined && <Gap at={card.bar} />}
        {card.bar !== undefined && card.bar > 0 && <span className={styles.fill} style={{ width: `${Math.min(1, card.bar) * 100}%` }} />}
      </span>
      {card.title !== undefined && <Numbers card={card} />}
      {card.unclaimed !== undefined && (
        <svg className={styles.unclaimed} width="16" height="20" viewBox="0 0 16 20" aria-hidden="true">
          <title>{card.unclaimed}</title>
          <path d="M1 1h14v17l-7-4-7 4z" />
          <path d="M8 4v5M8 11.6v.4" />
        </svg>
      )}
      {(card.note ?? card.daily) && <Foot card={card} inner={width - MARGINS} />}
    </>
  );
}

/** The last line: what nobody picked up, or how well others' breaks are picked up, and at the right how it went day by day. */
function Foot({ card: { note, daily }, inner }: { card: PlaceCard; inner: number }) {
  const across = sparkWidth({ note, daily }, inner);
  return (
    <span className={styles.foot}>
      {note?.rank !== undefined && <b className={styles.rank}>{note.rank}</b>}
      {note && <span className={[styles.note, styles[note.tone], note.rank !== undefined && styles.ranked].filter(Boolean).join(' ')}>{note.text}</span>}
      {daily && across !== undefined && (
        <svg className={styles.spark} width={across} height={SPARK_HEIGHT} aria-hidden="true">
          <path d={sparkPath(daily, across, SPARK_HEIGHT)} />
        </svg>
      )}
    </span>
  );
}

function Numbers({ card }: { card: PlaceCard }) {
  return (
    <span className={styles.numbers}>
      <span className={styles.volume}>{card.volume ?? <span className={styles.waiting} />}</span>
      <span className={styles.rate}>
        {card.change && <span className={styles[card.change]}>{CHANGE_SIGNS[card.change]} </span>}
        {card.rate}
      </span>
    </span>
  );
}

/** The mark of a break: the bar is cut by //. */
function Gap({ at }: { at: number }) {
  return (
    <svg className={styles.gap} style={{ marginLeft: `calc(${Math.min(1, at) * 100}% + 2px)` }} width="10" height="14" viewBox="0 0 10 14" aria-hidden="true">
      <path d="M1 1L4 13M6 1L9 13" />
    </svg>
  );
}

function ResultFace({ card }: { card: ResultCard }) {
  return (
    <>
      <span className={styles.completed}>{card.completed ?? <span className={styles.waiting} />}</span>
      <span className={styles.outcome}>
        {card.bar !== undefined && card.bar > 0 && <span className={styles.lostFill} style={{ width: `${Math.min(1, card.bar) * 100}%` }} />}
      </span>
      <span className={styles.lost}>{card.lost}</span>
    </>
  );
}
