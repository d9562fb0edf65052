import type { PersonId } from '#model';
import { useLocalize, useTexts } from '#ui';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useTicketView } from './view';

/** Chooses a person, department by department. */
export function PersonSelect({ label, value, onChange, disabled }: { label: string; value: PersonId | undefined; onChange: (id: PersonId | undefined) => void; disabled?: boolean }) {
  const { people, departments } = useTicketView();
  const localize = useLocalize();
  const t = useTexts(ticketTexts);
  return (
    <label className={page.field}>
      <span>{label}</span>
      <select className={page.input} value={value ?? ''} disabled={disabled} onChange={({ target }) => onChange(people.find(({ id }) => id === target.value)?.id)}>
        <option value="">{t.none}</option>
        {departments.map((department) => {
          const members = people.filter((person) => person.department === department.id);
          return members.length === 0 ? undefined : (
            <optgroup key={department.id} label={localize(department.name)}>
              {members.map(({ id, name }) => (
                <option key={id} value={id}>{localize(name)}</option>
              ))}
            </optgroup>
          );
        })}
      </select>
    </label>
  );
}
