import { useFormats, useTexts } from '#ui';
import styles from './map-page.module.css';
import { pageTexts } from './page-texts';
import { useView } from './view';

/** What has to be known to read the numbers: what they are compared with, and what may still change. */
export function Notices() {
  const { answer, names, search, time } = useView();
  const { shortDay: day } = useFormats();
  const t = useTexts(pageTexts);
  // Its line stands from the start, so that the map does not move when the words come.
  if (!answer) return <p className={styles.notices} />;
  const { comparison, matureUntil, filter } = answer;
  const other = comparison && comparison.filter.organisation !== filter.organisation ? comparison.filter.organisation : undefined;
  const sameDays = comparison && comparison.filter.from === filter.from && comparison.filter.to === filter.to;
  const notices = [
    time.hour ? t.playedHour(day(time.hour.frame.day), `${time.hour.frame.clock}`) : search.at !== undefined && t.played(day(filter.from)),
    comparison &&
      [
        other !== undefined && t.comparedWith(names.organisation(other)),
        (other === undefined || !sameDays) && t.compared(day(comparison.filter.from), day(comparison.filter.to)),
        comparison.withoutAbandonment && t.withoutAbandonment,
      ]
        .filter(Boolean)
        .join(' · '),
    matureUntil === undefined ? t.allImmature : matureUntil < filter.to && t.immature(day(matureUntil)),
  ];
  return <p className={styles.notices} title={notices.filter(Boolean).join(' · ')}>{notices.filter(Boolean).map((notice) => <span key={String(notice)}>{notice}</span>)}</p>;
}
