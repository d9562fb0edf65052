import { type ImportPreview, INVITATION_FIELDS, MAPPED_FIELDS, type MappedField, type MappingProfile, RATING_FIELDS, type RatingField } from '#contract';
import { Table, useFormats, useTexts } from '#ui';
import { useState } from 'react';
import { fieldWords, mappingTexts, samplesOf } from './mapping-texts';
import styles from './mapping.module.css';
import { ratingFieldWords } from './rating-texts';

type Field = MappedField | RatingField;
interface Fields {
  all: readonly Field[];
  needed: readonly Field[];
  /** Shown even where no column feeds them. */
  often: readonly Field[];
}

const FIELDS: Record<NonNullable<MappingProfile['kind']>, Fields> = {
  events: { all: MAPPED_FIELDS, needed: ['instance', 'step', 'at'], often: ['instance', 'step', 'at', 'touchpoint', 'outcome', 'reason'] },
  ratings: { all: RATING_FIELDS, needed: ['score', 'at'], often: ['score', 'at', 'journeyColumn', 'programme', 'touchpoint', 'comment', 'instance'] },
  invitations: { all: INVITATION_FIELDS, needed: ['invited', 'at'], often: INVITATION_FIELDS },
};

/** Each field with the column that feeds it and what that column holds. */
export function ColumnsTable({ preview: { profile, columns, sampled, problems }, onChange }: { preview: ImportPreview; onChange: (part: Partial<MappingProfile>) => void }) {
  const t = useTexts(mappingTexts);
  const [ofEvents, ofRatings] = [useTexts(fieldWords), useTexts(ratingFieldWords)];
  // An id is of an event or of a rating: the words of what the rows are go last.
  const words: Record<Field, string> = profile.kind === 'events' || profile.kind === undefined ? { ...ofRatings, ...ofEvents } : { ...ofEvents, ...ofRatings };
  const { exact } = useFormats();
  const [all, setAll] = useState(false);
  const fields = FIELDS[profile.kind ?? 'events'];
  const shown = fields.all.filter((field) => all || fields.often.includes(field) || typeof profile[field] === 'string');
  return (
    <div>
      <Table label={t.field} className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.values(exact(sampled))}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => {
            const column = columns.find(({ name }) => name === profile[field]);
            const isWrong = problems.some((problem) => problem.field === field) || (fields.needed.includes(field) && !column);
            return (
              <tr key={field}>
                <th scope="row">
                  {words[field]} {fields.needed.includes(field) && <span className={styles.quiet}>{t.required}</span>}
                </th>
                <td>
                  <select aria-label={`${words[field]} ${t.column}`} aria-invalid={isWrong} value={profile[field] ?? ''} onChange={({ target }) => onChange({ [field]: target.value === '' ? null : target.value })}>
                    <option value="">{t.none}</option>
                    {/* An attribute that the first rows lack may come further down. */}
                    {typeof profile[field] === 'string' && !column && <option>{profile[field]}</option>}
                    {columns.map(({ name }) => <option key={name}>{name}</option>)}
                  </select>
                </td>
                <td className={styles.samples}>
                  {column && (
                    <>
                      <code>{samplesOf(column)}</code> <span className={styles.quiet}>{t.different(exact(column.distinct))}</span>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {shown.length < fields.all.length && <button type="button" className={styles.link} onClick={() => setAll(true)}>{t.more}</button>}
    </div>
  );
}
