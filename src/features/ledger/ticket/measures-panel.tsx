import { newKey } from '#api';
import type { PersonId, TicketMeasure } from '#model';
import { Button, classes, defineTexts, Panel, useFormats, useTexts } from '#ui';
import { useState } from 'react';
import { EffectiveDates } from './effective-dates';
import styles from './measures-panel.module.css';
import { PersonSelect } from './person-select';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: (done: string, all: string) => `整改措施 ${done} / ${all}`, en: (done: string, all: string) => `Measures ${done} / ${all}` },
  none: { zh: '还没有措施。至少计划一项才能开始整改。', en: 'No measures yet. At least one has to be planned before remediation can start.' },
  add: { zh: '添加措施', en: 'Add a measure' },
  what: { zh: '要做什么', en: 'What is to be done' },
  system: { zh: '系统', en: 'System' },
  due: { zh: '计划日期', en: 'Planned for' },
  done: { zh: (title: string) => `“${title}”已完成`, en: (title: string) => `“${title}” is done` },
  doneOn: { zh: (day: string) => `${day} 完成`, en: (day: string) => `done ${day}` },
  dropped: { zh: '不做了', en: 'dropped' },
  drop: { zh: '不做了', en: 'Drop' },
  restore: { zh: '恢复', en: 'Restore' },
  unplanned: { zh: '待排期', en: 'not planned yet' },
  undone: { zh: (title: string) => `已删除“${title}”`, en: (title: string) => `“${title}” was removed` },
  undo: { zh: '撤销', en: 'Undo' },
});

const MARKS = { planned: '○', done: '✓', dropped: '×' } as const;

/** 整改措施: what is done about it, in which system, by whom and until when; and from when it is live on each touchpoint. */
export function MeasuresPanel() {
  const { ticket, edits, editable, today } = useTicketView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<{ measure: TicketMeasure; at: number }>();
  const { measures } = ticket;
  const replace = (id: string, change: Partial<TicketMeasure>) => edits.edit({ measures: measures.map((one) => (one.id === id ? { ...one, ...change } : one)) });
  const done = measures.filter(({ state }) => state === 'done').length;
  return (
    <Panel title={t.title(exact(done), exact(measures.filter(({ state }) => state !== 'dropped').length))}>
      {measures.length === 0 && !adding && <p className={page.quiet}>{t.none}</p>}
      <ul className={styles.measures}>
        {measures.map((measure) => (
          <Measure
            key={measure.id}
            measure={measure}
            onToggle={() => replace(measure.id, measure.state === 'done' ? { state: 'planned', doneOn: undefined } : { state: 'done', doneOn: today })}
            onDrop={() => replace(measure.id, { state: measure.state === 'dropped' ? 'planned' : 'dropped', doneOn: undefined })}
            onRemove={() => {
              setRemoved({ measure, at: measures.indexOf(measure) });
              edits.edit({ measures: measures.filter(({ id }) => id !== measure.id) });
            }}
          />
        ))}
      </ul>
      {removed && (
        <p className={styles.undo} role="status">
          {t.undone(removed.measure.title)}{' '}
          <Button
            look="quiet"
            onClick={() => {
              edits.edit({ measures: measures.toSpliced(removed.at, 0, removed.measure) });
              setRemoved(undefined);
            }}
          >
            {t.undo}
          </Button>
        </p>
      )}
      {editable && (adding ? <NewMeasure onClose={() => setAdding(false)} /> : <Button onClick={() => setAdding(true)}>+ {t.add}</Button>)}
      <EffectiveDates />
    </Panel>
  );
}

function Measure({ measure, onToggle, onDrop, onRemove }: { measure: TicketMeasure; onToggle: () => void; onDrop: () => void; onRemove: () => void }) {
  const { editable, personName } = useTicketView();
  const { shortDay } = useFormats();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const { title, state, system, owner, due, doneOn } = measure;
  const when = state === 'done' && doneOn !== undefined ? t.doneOn(shortDay(doneOn)) : state === 'dropped' ? t.dropped : due === undefined ? t.unplanned : shortDay(due);
  return (
    <li className={classes(styles.measure, styles[state])}>
      {editable && state !== 'dropped' ? (
        <label className={styles.title}>
          <input type="checkbox" checked={state === 'done'} aria-label={t.done(title)} onChange={onToggle} /> <span>{title}</span>
        </label>
      ) : (
        <span className={styles.title}>
          <span aria-hidden="true">{MARKS[state]}</span> <span>{title}</span>
        </span>
      )}
      <span className={styles.meta}>{[system, owner !== undefined && personName(owner), when].filter(Boolean).join(' · ')}</span>
      {editable && (
        <span className={styles.tools}>
          <Button look="quiet" onClick={onDrop}>{state === 'dropped' ? t.restore : t.drop}</Button>
          <Button look="quiet" aria-label={`${common.remove}: ${title}`} onClick={onRemove}>×</Button>
        </span>
      )}
    </li>
  );
}

function NewMeasure({ onClose }: { onClose: () => void }) {
  const { ticket, edits } = useTicketView();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const [title, setTitle] = useState('');
  const [system, setSystem] = useState('');
  const [owner, setOwner] = useState<PersonId | undefined>(ticket.owner);
  const [due, setDue] = useState('');
  const add = () => {
    if (title.trim() === '') return;
    const measure: TicketMeasure = { id: newKey().slice(0, 12), title: title.trim(), state: 'planned', ...(system.trim() && { system: system.trim() }), ...(owner && { owner }), ...(due && { due }) };
    edits.edit({ measures: [...ticket.measures, measure] });
    onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label className={page.field}>
        <span>{t.what}</span>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to write here */}
        <input autoFocus className={page.input} value={title} maxLength={300} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label className={page.field}>
        <span>{t.system}</span>
        <input className={page.input} value={system} maxLength={100} onChange={({ target }) => setSystem(target.value)} />
      </label>
      <PersonSelect label={common.owner} value={owner} onChange={setOwner} />
      <label className={page.field}>
        <span>{t.due}</span>
        <input type="date" className={page.input} value={due} onChange={({ target }) => setDue(target.value)} />
      </label>
      <div className={page.actions}>
        <Button look="primary" disabled={title.trim() === ''} onClick={add}>{common.add}</Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </form>
  );
}
