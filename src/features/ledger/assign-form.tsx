import type { TicketTold } from '#contract';
import type { DepartmentId, PersonId } from '#model';
import { buttonClass, classes, defineTexts, ticketMoveWords, useTexts } from '#ui';
import { useState } from 'react';
import { DepartmentField, PersonField } from './fields';
import form from './form.module.css';
import { ledgerTexts } from './ledger-texts';
import styles from './move-dialog.module.css';
import type { Told } from './told';

const texts = defineTexts({ target: { zh: '目标：下降（点）', en: 'Target: drop (points)' } });

/** What 立项 needs: one owner, a department, a due day, and how many points it is to bring down. */
export function AssignForm({ ticket, told, busy, onAssign }: { ticket: TicketTold; told: Told; busy: boolean; onAssign: (body: { owner: PersonId; department: DepartmentId; due: string; target: number }) => void }) {
  const t = useTexts(texts);
  const l = useTexts(ledgerTexts);
  const words = useTexts(ticketMoveWords);
  const { lookup } = told;
  const [owner, setOwner] = useState<PersonId | ''>(ticket.owner ?? '');
  const [department, setDepartment] = useState<DepartmentId | ''>(ticket.department ?? '');
  const [due, setDue] = useState(ticket.due ?? '');
  const [target, setTarget] = useState(() => pointsOf(ticket));
  const chooseOwner = (next: PersonId | '') => {
    setOwner(next);
    if (department === '') setDepartment(lookup.people.find(({ id }) => id === next)?.department ?? '');
  };
  const points = Number(target);
  const body = owner && department && due && points > 0 && points <= 100 ? { owner, department, due, target: points / 100 } : undefined;
  return (
    <form
      className={styles.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (body) onAssign(body);
      }}
    >
      <div className={form.form}>
        <PersonField label={l.owner} lookup={lookup} value={owner} onChange={chooseOwner} disabled={busy} />
        <DepartmentField label={l.ofDepartment} lookup={lookup} value={department} onChange={setDepartment} disabled={busy} />
        <label className={form.field}>
          {l.due}
          <input className={form.input} type="date" value={due} disabled={busy} onChange={(event) => setDue(event.target.value)} />
        </label>
        <label className={classes(form.field)}>
          {t.target}
          <input className={form.input} type="number" min={0.01} max={100} step="any" value={target} disabled={busy} onChange={(event) => setTarget(event.target.value)} />
        </label>
      </div>
      <button type="submit" className={buttonClass('primary')} disabled={!body || busy}>{words.assign}</button>
    </form>
  );
}

/** A fifth of the baseline, unless it has a target already. */
function pointsOf({ target, baseline }: TicketTold): string {
  const proportion = target ?? (baseline && baseline.rate > 0 ? baseline.rate / 5 : undefined);
  return proportion === undefined ? '' : String(Number((proportion * 100).toPrecision(3)));
}
