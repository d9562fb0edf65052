import { personId, type TicketMeasure } from '#model';
import { Button, buttonClass, defineTexts, useTexts } from '#ui';
import { z } from 'zod';
import styles from './measures-panel.module.css';
import { PersonSelect } from './person-select';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';

const texts = defineTexts({
  new: { zh: '新的措施', en: 'A new measure' },
  edit: { zh: '修改措施', en: 'Edit the measure' },
  what: { zh: '要做什么', en: 'What is to be done' },
  due: { zh: '计划日期', en: 'Planned for' },
  drop: { zh: '不做了', en: 'Drop' },
  restore: { zh: '恢复', en: 'Restore' },
});

/** A measure while it is being written; without an id, a new one. */
export const measureDraft = z.object({ id: z.string().optional(), title: z.string(), system: z.string(), owner: personId.optional(), due: z.string() });
export type MeasureDraft = z.infer<typeof measureDraft>;

export interface MeasureFormProps {
  draft: MeasureDraft;
  /** The one that is edited. */
  measure?: TicketMeasure;
  onChange: (draft: MeasureDraft) => void;
  onSave: (draft: MeasureDraft) => void;
  onCancel: () => void;
  onDrop?: () => void;
  onRemove?: () => void;
}

/** What is done, in which system, by whom, until when. */
export function MeasureForm({ draft, measure, onChange, onSave, onCancel, onDrop, onRemove }: MeasureFormProps) {
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const set = (change: Partial<MeasureDraft>) => onChange({ ...draft, ...change });
  const ready = draft.title.trim() !== '';
  return (
    <form
      className={styles.form}
      aria-label={measure ? t.edit : t.new}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(draft);
      }}
    >
      <label className={page.field}>
        <span>{t.what}</span>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to write here */}
        <input autoFocus className={page.input} value={draft.title} maxLength={300} onChange={({ target }) => set({ title: target.value })} onKeyDown={({ key }) => key === 'Escape' && onCancel()} />
      </label>
      <label className={page.field}>
        <span>{common.system}</span>
        <input className={page.input} value={draft.system} maxLength={100} onChange={({ target }) => set({ system: target.value })} />
      </label>
      <PersonSelect label={common.owner} value={draft.owner} onChange={(owner) => set({ owner })} />
      <label className={page.field}>
        <span>{t.due}</span>
        <input type="date" className={page.input} value={draft.due} onChange={({ target }) => set({ due: target.value })} />
      </label>
      <div className={styles.buttons}>
        <button type="submit" className={buttonClass('primary')} disabled={!ready}>{common.save}</button>
        <Button onClick={onCancel}>{common.cancel}</Button>
        {measure && onDrop && onRemove && (
          <span className={styles.away}>
            <Button look="quiet" onClick={onDrop}>{measure.state === 'dropped' ? t.restore : t.drop}</Button>
            <Button look="quiet" onClick={onRemove}>{common.remove}</Button>
          </span>
        )}
      </div>
    </form>
  );
}
