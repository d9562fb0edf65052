import type { Journey, Touchpoint } from '#model';
import { useLocalize, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import styles from './lane-name.module.css';
import { pageTexts } from './page-texts';
import { groupOf } from './structure';
import { useInside } from './use-inside';

/** The name of a lane: a journey as a link into it, or a touchpoint with its group. */
export function LaneName({ journey, touchpoint }: { journey?: Journey | undefined; touchpoint?: Touchpoint | undefined }) {
  const localize = useLocalize();
  const t = useTexts(pageTexts);
  const inside = useInside();
  if (journey) {
    return (
      <Link className={styles.link} to="/panorama/$journey" params={{ journey: journey.id }} search={inside(journey.id)}>
        {localize(journey.name)}
        {journey.important && (
          <span className={styles.important} role="img" aria-label={t.important} title={t.important}>
            {'\u00a0★'}
          </span>
        )}
      </Link>
    );
  }
  if (!touchpoint) return undefined;
  return (
    <>
      <span className={styles.name}>{localize(touchpoint.name)}</span>
      <span className={styles.group}>{t[groupOf(touchpoint)]}</span>
    </>
  );
}
