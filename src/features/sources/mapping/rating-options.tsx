import { catalogueQuery } from '#api';
import { type ImportPreview, mappingProfile, type MappingProfile } from '#contract';
import { PROGRAMMES } from '#model';
import { useLocalize, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { mappingTexts } from './mapping-texts';
import styles from './mapping.module.css';
import { programmeWords, ratingTexts } from './rating-texts';
import { listOf } from './rule-form';

/** What is so of rows whose columns do not say it: journey, programme, touchpoint; and what counts as empty. */
export function RatingOptions({ preview: { profile, problems }, onChange }: { preview: ImportPreview; onChange: (part: Partial<MappingProfile>) => void }) {
  const t = useTexts(ratingTexts);
  const words = useTexts(mappingTexts);
  const programmes = useTexts(programmeWords);
  const localize = useLocalize();
  const catalogue = useQuery(catalogueQuery()).data;
  const constants = (part: MappingProfile['constants']) => onChange({ constants: { ...profile.constants, ...part } });
  const isRatings = profile.kind === 'ratings';
  return (
    <div className={styles.options}>
      <label className={styles.field}>
        <span>{t.journey}</span>
        <select
          value={profile.journey ?? ''}
          aria-invalid={problems.some(({ code }) => code === 'journey-unsaid')}
          onChange={({ target }) => onChange(mappingProfile.pick({ journey: true }).parse({ journey: target.value === '' ? undefined : target.value }))}
        >
          <option value="">{t.chooseJourney}</option>
          {catalogue?.journeys.map(({ id, name }) => <option key={id} value={id}>{localize(name)}</option>)}
        </select>
        {catalogue?.journeys.length === 0 && <span className={styles.bad}>{t.noJourneys}</span>}
      </label>
      <label className={styles.field}>
        <span>{t.programme}</span>
        <select value={profile.constants?.programme ?? 'transactional'} onChange={({ target }) => constants({ programme: PROGRAMMES.find((one) => one === target.value) })}>
          {PROGRAMMES.map((one) => <option key={one} value={one}>{programmes[one]}</option>)}
        </select>
      </label>
      {isRatings && (
        <label className={styles.field}>
          <span>{t.touchpoint}</span>
          <select value={profile.constants?.touchpoint ?? ''} onChange={({ target }) => constants({ touchpoint: target.value === '' ? undefined : target.value })}>
            <option value="">{t.unsaid}</option>
            {catalogue?.touchpoints.map(({ id, name }) => <option key={id} value={id}>{localize(name)}</option>)}
          </select>
        </label>
      )}
      <label className={styles.field}>
        <span>{words.empty}</span>
        <input defaultValue={(profile.empty ?? []).join(', ')} placeholder={words.emptyNote} onBlur={({ target }) => onChange({ empty: listOf(target.value) })} />
      </label>
    </div>
  );
}
