import { changeTickets, countNow, failureOf, newKey, ticketsChanged } from '#api';
import type { BulkAnswer, BulkBody, TicketFilterQuery } from '#contract';
import type { DepartmentId, PersonId } from '#model';
import { Button, classes, defineTexts, Dialog, useFormats, useTexts } from '#ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { DepartmentField, PersonField } from './fields';
import styles from './form.module.css';
import { ledgerTexts } from './ledger-texts';
import { RefusedList } from './refused-list';
import type { Lookup } from './use-lookup';

const texts = defineTexts({
  title: { zh: '批量修改', en: 'Change many' },
  what: { zh: (n: string) => `将改动 ${n} 件：`, en: (n: string) => `This changes ${n} ${n === '1' ? 'ticket' : 'tickets'}: ` },
  keep: { zh: '不改', en: 'Leave as it is' },
  clear: { zh: '清空', en: 'Take away' },
  set: { zh: '定为', en: 'Set to' },
  day: { zh: '到期日', en: 'Due day' },
  change: { zh: (n: string) => `改动 ${n} 件`, en: (n: string) => `Change ${n}` },
  changing: { zh: (n: string) => `正在改动 ${n} 件…`, en: (n: string) => `Changing ${n}…` },
  nothing: { zh: '选一项要改的。', en: 'Choose what to change.' },
  other: {
    zh: (before: string, now: string) => `刚才是 ${before} 件，现在符合条件的是 ${now} 件。还没有改动，请再确认。`,
    en: (before: string, now: string) => `There were ${before}; now ${now} match. Nothing has been changed yet; please confirm again.`,
  },
  failed: { zh: (why: string) => `没有改动：${why}`, en: (why: string) => `Nothing was changed: ${why}` },
  result: { zh: (done: string, refused: string) => `改动了 ${done} 件，${refused} 件没有改：`, en: (done: string, refused: string) => `${done} changed, ${refused} refused:` },
  undo: { zh: '撤销', en: 'Undo' },
  done: { zh: '完成', en: 'Done' },
});

export interface BulkDialogProps {
  filter: TicketFilterQuery;
  /** The filter in words. */
  words: string;
  /** How many the person sees. */
  count: number;
  lookup: Lookup;
  onClose: () => void;
  onChanged: (answer: BulkAnswer) => void;
  onUndo: (answer: BulkAnswer) => void;
}

/** Sets owner, department or due day of exactly the tickets of a filter, after saying how many; asks again when they are others by then. */
export function BulkDialog({ filter, words, count, lookup, onClose, onChanged, onUndo }: BulkDialogProps) {
  const t = useTexts(texts);
  const l = useTexts(ledgerTexts);
  const { exact } = useFormats();
  const queries = useQueryClient();
  const [owner, setOwner] = useState<PersonId | 'keep' | ''>('keep');
  const [department, setDepartment] = useState<DepartmentId | 'keep' | ''>('keep');
  const [due, setDue] = useState<'keep' | 'clear' | 'set'>('keep');
  const [day, setDay] = useState('');
  const [expected, setExpected] = useState(count);
  const attempt = useRef({ key: '', of: '' });

  const set: BulkBody['set'] = {
    ...(owner !== 'keep' && { owner: owner === '' ? null : owner }),
    ...(department !== 'keep' && { department: department === '' ? null : department }),
    ...(due !== 'keep' && (due === 'clear' || day !== '') && { due: due === 'clear' ? null : day }),
  };
  const nothing = Object.keys(set).length === 0;
  const change = useMutation({
    mutationFn: () => {
      const body = { filter, expected, set };
      const of = JSON.stringify(body);
      // Pressed again after no answer came, it is the same request.
      if (attempt.current.of !== of) attempt.current = { key: newKey(), of };
      return changeTickets(body, attempt.current.key);
    },
    onSuccess(answer) {
      ticketsChanged(queries);
      onChanged(answer);
      if (answer.refused.length === 0) onClose();
    },
    onError(error) {
      const now = countNow(error);
      if (now === undefined) return;
      ticketsChanged(queries);
      setExpected(now);
    },
  });
  const changed = countNow(change.error) !== undefined;
  const { data: answer } = change;

  if (answer) {
    return (
      <Dialog title={t.title} onClose={onClose} actions={<><Button onClick={() => (onUndo(answer), onClose())}>{t.undo}</Button><Button look="primary" onClick={onClose}>{t.done}</Button></>}>
        <p role="status">{t.result(exact(answer.changed), exact(answer.refused.length))}</p>
        <RefusedList refused={answer.refused} lookup={lookup} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{l.cancel}</Button>
          <Button look="primary" disabled={nothing || change.isPending || expected === 0} onClick={() => change.mutate()}>
            {change.isPending ? t.changing(exact(expected)) : t.change(exact(expected))}
          </Button>
        </>
      }
    >
      <p className={styles.what}>
        <b>{t.what(exact(expected))}</b>
        {words}
      </p>
      <div className={styles.form}>
        <PersonField label={l.owner} lookup={lookup} value={owner} onChange={setOwner} disabled={change.isPending}>
          <option value="keep">{t.keep}</option>
          <option value="">{t.clear}</option>
        </PersonField>
        <DepartmentField label={l.ofDepartment} lookup={lookup} value={department} onChange={setDepartment} disabled={change.isPending}>
          <option value="keep">{t.keep}</option>
          <option value="">{t.clear}</option>
        </DepartmentField>
        <label className={styles.field}>
          {l.due}
          <select className={styles.input} value={due} disabled={change.isPending} onChange={({ target }) => setDue(target.value === 'clear' || target.value === 'set' ? target.value : 'keep')}>
            <option value="keep">{t.keep}</option>
            <option value="clear">{t.clear}</option>
            <option value="set">{t.set}</option>
          </select>
        </label>
        {due === 'set' && (
          <label className={styles.field}>
            {t.day}
            <input className={styles.input} type="date" value={day} disabled={change.isPending} onChange={({ target }) => setDay(target.value)} />
          </label>
        )}
      </div>
      {nothing && <p className={classes(styles.note, styles.wide)}>{t.nothing}</p>}
      {change.isPending && <progress aria-label={t.changing(exact(expected))} />}
      {changed && !change.isPending && <p className={styles.warning} role="alert">{t.other(exact(count), exact(expected))}</p>}
      {change.error && !changed && !change.isPending && <p className={styles.error} role="alert">{t.failed(failureOf(change.error).detail)}</p>}
    </Dialog>
  );
}
