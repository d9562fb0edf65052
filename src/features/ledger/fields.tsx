import type { DepartmentId, PersonId } from '#model';
import { useTexts } from '#ui';
import type { ReactNode } from 'react';
import styles from './form.module.css';
import { ledgerTexts } from './ledger-texts';
import type { Lookup } from './use-lookup';

interface FieldProps<Value> {
  label: string;
  lookup: Lookup;
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
  /** Choices before the others; without them, that there is none. */
  children?: ReactNode;
}

/** Somebody, found below their department. `children` are choices that are nobody, by values of their own. */
export function PersonField<Value extends string>({ label, lookup, value, onChange, disabled, children }: FieldProps<Value | PersonId>) {
  const t = useTexts(ledgerTexts);
  return (
    <label className={styles.field}>
      {label}
      <select className={styles.input} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value as Value | PersonId)}>
        {children ?? <option value="">{t.none}</option>}
        {lookup.departments.map(({ id }) => {
          const members = lookup.people.filter(({ department }) => department === id);
          return (
            members.length > 0 && (
              <optgroup key={id} label={lookup.department(id)}>
                {members.map((person) => (
                  <option key={person.id} value={person.id}>{lookup.person(person.id)}</option>
                ))}
              </optgroup>
            )
          );
        })}
      </select>
    </label>
  );
}

export function DepartmentField<Value extends string>({ label, lookup, value, onChange, disabled, children }: FieldProps<Value | DepartmentId>) {
  const t = useTexts(ledgerTexts);
  return (
    <label className={styles.field}>
      {label}
      <select className={styles.input} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value as Value | DepartmentId)}>
        {children ?? <option value="">{t.none}</option>}
        {lookup.departments.map(({ id }) => (
          <option key={id} value={id}>{lookup.department(id)}</option>
        ))}
      </select>
    </label>
  );
}
