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
      <span className={styles.line}>
        <b>{place}</b>
        <span>{formats.dateTime(at, zone)}</span>
      </span>
      <span className={styles.line}>
        {interruption ? (
          <span>
            <span className={styles.bad}>
              <span aria-hidden="true">{kindMarks[interruption.kind].shape}</span> {kinds[interruption.kind]}
            </span>{' '}
            {cause}
          </span>
        ) : (
          <span>{visit ? t.events(formats.exact(visit.events)) : t.breaks(formats.exact(row.interruptions))}</span>
        )}
        {!interruption && <span>{tookOf(visit ? { startedAt: visit.firstAt, lastAt: visit.lastAt } : row, formats)}</span>}
      </span>
      <span className={styles.line}>
        <span>{row.customer ?? row.id}</span>
        {interruption ? <ResolutionTag resolution={interruption.resolution} /> : <StateTag state={row.state} />}
      </span>
    </button>
  );
}
