import { newKey } from '#api';
import type { TicketMeasure } from '#model';
import { Button, classes, defineTexts, Panel, useFormats, useTexts, useToast } from '#ui';
import { EffectiveDates } from './effective-dates';
import { type MeasureDraft, measureDraft, MeasureForm } from './measure-form';
import styles from './measures-panel.module.css';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useFormDraft } from './use-draft';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: (done: string, all: string) => `整改措施 ${done} / ${all}`, en: (done: string, all: string) => `Measures ${done} / ${all}` },
  empty: { zh: '整改措施', en: 'Measures' },
  none: { zh: '还没有措施。至少计划一项才能开始整改。', en: 'No measures yet. At least one has to be planned before remediation can start.' },
  noneEnded: { zh: '没有记录措施', en: 'No measures' },
  add: { zh: '添加措施', en: 'Add a measure' },
  done: { zh: (title: string) => `已完成：${title}`, en: (title: string) => `Done: ${title}` },
  edit: { zh: (title: string) => `修改：${title}`, en: (title: string) => `Edit: ${title}` },
  doneOn: { zh: (day: string) => `${day} 完成`, en: (day: string) => `done ${day}` },
  late: { zh: (day: string) => `! 计划 ${day}`, en: (day: string) => `! planned ${day}` },
  dropped: { zh: '不做了', en: 'dropped' },
  unplanned: { zh: '待排期', en: 'not planned yet' },
  removed: { zh: (title: string) => `已删除“${title}”`, en: (title: string) => `“${title}” was removed` },
  undo: { zh: '撤销', en: 'Undo' },
});

const MARKS = { planned: '○', done: '✓', dropped: '×' } as const;

/** The id of the part of the page where measures are. */
export const MEASURES = 'measures';

/** 整改措施: what is done about it, in which system, by whom and until when; and from when it is live on each touchpoint. */
export function MeasuresPanel() {
  const { ticket, edits, editable, today } = useTicketView();
  const { exact } = useFormats();
  const toast = useToast();
  const t = useTexts(texts);
  const [draft, setDraft] = useFormDraft(`${ticket.id}.measure`, measureDraft);
  const { measures } = ticket;
  const change = (id: string, to: Partial<TicketMeasure>) => edits.edit((shown) => ({ measures: shown.measures.map((one) => (one.id === id ? { ...one, ...to } : one)) }));
  const save = ({ id, title, system, owner, due }: MeasureDraft) => {
    const said = { title: title.trim(), system: system.trim() || undefined, owner, due: due || undefined };
    if (id === undefined) edits.edit((shown) => ({ measures: [...shown.measures, { id: newKey().slice(0, 12), state: 'planned', ...said }] }));
    else change(id, said);
    setDraft(undefined);
  };
  const remove = (measure: TicketMeasure) => {
    const at = measures.indexOf(measure);
    edits.edit((shown) => ({ measures: shown.measures.filter(({ id }) => id !== measure.id) }));
    setDraft(undefined);
    toast({ text: t.removed(measure.title), action: { label: t.undo, run: () => edits.edit((shown) => ({ measures: shown.measures.toSpliced(at, 0, measure) })) } });
  };
  const toggle = ({ id, state }: TicketMeasure) => change(id, state === 'done' ? { state: 'planned', doneOn: undefined } : { state: 'done', doneOn: today });
  const drop = ({ id, state }: TicketMeasure) => {
    change(id, { state: state === 'dropped' ? 'planned' : 'dropped', doneOn: undefined });
    setDraft(undefined);
  };
  const done = measures.filter(({ state }) => state === 'done').length;
  const wanted = measures.filter(({ state }) => state !== 'dropped').length;
  const begin = ({ id, title, system = '', owner, due = '' }: TicketMeasure) => setDraft({ id, title, system, owner, due });
  return (
    <Panel title={wanted === 0 ? t.empty : t.title(exact(done), exact(wanted))}>
      <div id={MEASURES} tabIndex={-1} className={styles.body}>
        {measures.length === 0 && draft === undefined && <p className={page.quiet}>{editable ? t.none : t.noneEnded}</p>}
        <ul className={styles.measures}>
          {measures.map((measure) =>
            draft?.id === measure.id && editable ? (
              <li key={measure.id}>
                <MeasureForm draft={draft} measure={measure} onChange={setDraft} onSave={save} onCancel={() => setDraft(undefined)} onDrop={() => drop(measure)} onRemove={() => remove(measure)} />
              </li>
            ) : (
              <Measure key={measure.id} measure={measure} onToggle={() => toggle(measure)} onEdit={() => begin(measure)} />
            ),
          )}
        </ul>
        {editable && draft === undefined && <Button onClick={() => setDraft({ title: '', system: '', owner: ticket.owner, due: '' })}>+ {t.add}</Button>}
        {editable && draft && !measures.some(({ id }) => id === draft.id) && <MeasureForm draft={draft} onChange={setDraft} onSave={save} onCancel={() => setDraft(undefined)} />}
      </div>
      <EffectiveDates />
    </Panel>
  );
}

function Measure({ measure, onToggle, onEdit }: { measure: TicketMeasure; onToggle: () => void; onEdit: () => void }) {
  const { editable, personName, today } = useTicketView();
  const { shortDay } = useFormats();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const { title, state, system, owner, due, doneOn } = measure;
  const isLate = state === 'planned' && due !== undefined && due < today && editable;
  const when =
    state === 'done' && doneOn !== undefined ? t.doneOn(shortDay(doneOn)) : state === 'dropped' ? t.dropped : due === undefined ? t.unplanned : isLate ? t.late(shortDay(due)) : shortDay(due);
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
      <span className={styles.meta}>
        {[system, owner !== undefined && personName(owner)].filter(Boolean).join(' · ')}
        <span className={classes(styles.when, isLate && styles.late)}>{when}</span>
      </span>
      {editable && (
        <Button look="quiet" className={styles.pen} aria-label={t.edit(title)} title={common.edit} onClick={onEdit}>
          ✎
        </Button>
      )}
    </li>
  );
}
