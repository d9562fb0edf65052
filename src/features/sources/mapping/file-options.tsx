import { DELIMITERS, ENCODINGS, type ImportPreview, mappingProfile, type MappingProfile } from '#contract';
import { useTexts } from '#ui';
import { delimiterWords, mappingTexts } from './mapping-texts';
import styles from './mapping.module.css';

/** How the bytes of the file are read, as far as there is a choice: encoding, delimiter, sheet, dates and zone. */
export function FileOptions({ preview, onChange }: { preview: ImportPreview; onChange: (part: Partial<MappingProfile>) => void }) {
  const t = useTexts(mappingTexts);
  const delimiters = useTexts(delimiterWords);
  const { profile, encoding, delimiter, sheet, sheets, dates, zone } = preview;
  const file = (part: MappingProfile['file']) => onChange({ file: { ...profile.file, ...part } });
  const time = (part: MappingProfile['time']) => onChange({ time: { ...profile.time, ...part } });
  return (
    <fieldset className={styles.options}>
      <legend>{t.howRead}</legend>
      {encoding && (
        <label className={styles.field}>
          <span>{t.encoding} {encoding.guessed && `(${t.guessed})`}</span>
          <select value={encoding.name} onChange={({ target }) => file({ encoding: ENCODINGS.find((one) => one === target.value) })}>
            {[...new Set<string>([...ENCODINGS, encoding.name])].map((one) => <option key={one} value={one}>{one.toUpperCase()}</option>)}
          </select>
        </label>
      )}
      {delimiter !== undefined && (
        <label className={styles.field}>
          <span>{t.delimiter}</span>
          <select value={delimiter} onChange={({ target }) => file({ delimiter: DELIMITERS.find((one) => one === target.value) })}>
            {DELIMITERS.map((one) => <option key={one} value={one}>{delimiters[one]}</option>)}
          </select>
        </label>
      )}
      {sheets && (
        <label className={styles.field}>
          <span>{t.sheet}</span>
          <select value={sheet} onChange={({ target }) => file({ sheet: target.value })}>
            {sheets.map((one) => <option key={one}>{one}</option>)}
          </select>
        </label>
      )}
      {dates && (
        <label className={styles.field}>
          <span>{t.dates} ({dates.sample})</span>
          <select value={dates.order ?? ''} aria-invalid={dates.order === undefined} onChange={({ target }) => time({ order: target.value === 'mdy' ? 'mdy' : 'dmy' })}>
            {dates.order === undefined && <option value="">{t.chooseOrder}</option>}
            <option value="dmy">{t.dmy}</option>
            <option value="mdy">{t.mdy}</option>
          </select>
        </label>
      )}
      <label className={styles.field}>
        <span>{t.zone}</span>
        <input
          list="zones"
          key={profile.time?.zone}
          defaultValue={profile.time?.zone ?? zone}
          title={t.zoneNote}
          onBlur={({ target }) => {
            const asked = mappingProfile.shape.time.safeParse({ ...profile.time, zone: target.value.trim() });
            if (asked.success) onChange({ time: asked.data });
            else target.value = profile.time?.zone ?? zone;
          }}
        />
        <datalist id="zones">{Intl.supportedValuesOf('timeZone').map((one) => <option key={one}>{one}</option>)}</datalist>
      </label>
    </fieldset>
  );
}
