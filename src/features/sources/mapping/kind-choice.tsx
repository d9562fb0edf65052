import { IMPORT_KINDS, type MappingProfile } from '#contract';
import { useTexts } from '#ui';
import styles from './mapping.module.css';
import { kindWords, ratingTexts } from './rating-texts';

/** What the rows of the file are: told by its header, for a person to correct. */
export function KindChoice({ kind, onChoose }: { kind: MappingProfile['kind']; onChoose: (kind: (typeof IMPORT_KINDS)[number]) => void }) {
  const t = useTexts(ratingTexts);
  const words = useTexts(kindWords);
  return (
    <fieldset className={styles.kinds}>
      <legend>{t.kind}</legend>
      {IMPORT_KINDS.map((one) => (
        <label key={one}>
          <input type="radio" name="kind" checked={one === (kind ?? 'events')} onChange={() => onChoose(one)} /> {words[one]}
        </label>
      ))}
    </fieldset>
  );
}
