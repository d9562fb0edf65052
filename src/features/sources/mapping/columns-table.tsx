import { type ImportPreview, MAPPED_FIELDS, type MappedField, type MappingProfile } from '#contract';
import { Table, useFormats, useTexts } from '#ui';
import { useState } from 'react';
import { fieldWords, mappingTexts, samplesOf } from './mapping-texts';
import styles from './mapping.module.css';

const NEEDED: readonly MappedField[] = ['instance', 'step', 'at'];
const OFTEN: readonly MappedField[] = [...NEEDED, 'touchpoint', 'outcome', 'reason'];

/** Each field with the column that feeds it and what that column holds. */
export function ColumnsTable({ preview: { profile, columns, problems }, onChange }: { preview: ImportPreview; onChange: (part: Partial<MappingProfile>) => void }) {
  const t = useTexts(mappingTexts);
  const words = useTexts(fieldWords);
  const { exact } = useFormats();
  const [all, setAll] = useState(false);
  const shown = MAPPED_FIELDS.filter((field) => all || OFTEN.includes(field) || typeof profile[field] === 'string');
  return (
    <div>
      <Table label={t.field} className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.values}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => {
            const column = columns.find(({ name }) => name === profile[field]);
            const isWrong = problems.some((problem) => problem.field === field) || (NEEDED.includes(field) && !column);
            return (
              <tr key={field}>
                <th scope="row">
                  {words[field]} {NEEDED.includes(field) && <span className={styles.quiet}>{t.required}</span>}
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
      {!all && <button type="button" className={styles.link} onClick={() => setAll(true)}>{t.more}</button>}
    </div>
  );
}
