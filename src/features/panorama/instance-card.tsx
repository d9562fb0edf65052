import type { InstanceRow } from '#contract';
import { kindMarks, kindWords, ResolutionTag, StateTag, useFormats, useTexts } from '#ui';
import { tookOf } from './describe-list';
import styles from './list-panel.module.css';
import { listTexts } from './list-texts';
import { useView } from './view';

/** A row of a list: who, when, how long, and what makes it a row. Opens its story. */
export function InstanceCard({ row }: { row: InstanceRow }) {
  const { search, go, names, zone } = useView();
  const formats = useFormats();
  const t = useTexts(listTexts);
  const kinds = useTexts(kindWords);
  const { interruption, visit } = row;
  const where = interruption ?? visit;
  const step = where?.step === undefined ? names.journey(row.journey) : names.step(row.journey, where.step);
  const place = where ? `${step} · ${names.touchpoint(where.touchpoint)}` : names.journey(row.journey);
  const at = interruption?.at ?? visit?.firstAt ?? row.startedAt;
  const cause = interruption?.reason === undefined ? undefined : names.reason(interruption.reason);
  return (
    <button type="button" className={styles.card} data-story={row.id} onClick={() => go({ ...search, story: row.id })}>
      <b>{place}</b>
      <span className={styles.end}>{interruption ? <ResolutionTag resolution={interruption.resolution} /> : <StateTag state={row.state} />}</span>
      <small>
        {interruption ? (
          <span className={styles.bad}>
            <span aria-hidden="true">{kindMarks[interruption.kind].shape}</span> {kinds[interruption.kind]}
          </span>
        ) : visit ? (
          t.events(formats.exact(visit.events))
        ) : (
          t.breaks(formats.exact(row.interruptions))
        )}
        {cause && ` ${cause}`}
      </small>
      <small className={styles.end}>{interruption ? '' : tookOf(visit ? { startedAt: visit.firstAt, lastAt: visit.lastAt } : row, formats)}</small>
      <small>{row.customer ?? row.id}</small>
      <small className={styles.end}>{formats.dateTime(at, zone)}</small>
    </button>
  );
}
