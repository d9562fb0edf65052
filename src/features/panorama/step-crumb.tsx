import { defineTexts, useTexts } from '#ui';
import styles from './step-crumb.module.css';
import { withSelection } from './url';
import { useView } from './view';

const texts = defineTexts({ here: { zh: '当前步骤', en: 'Current step' } });

/** The end of the way overview → journey → step: which place of the journey is selected, and the way back to all of it. */
export function StepCrumb() {
  const { place, search, go, names } = useView();
  const t = useTexts(texts);
  if (place.level !== 'journey' || search.node === undefined) return undefined;
  return (
    <nav className={styles.crumb} aria-label={t.here}>
      <button type="button" onClick={() => go(withSelection(search))}>
        {names.journey(place.journey)}
      </button>
      <span aria-hidden="true">›</span>
      <b aria-current="true">{names.node(place, search.node)}</b>
    </nav>
  );
}
