import { Button, defineTexts, useTexts } from '#ui';
import styles from './ticket-head.module.css';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useFieldDraft } from './use-field-draft';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '标题', en: 'Title' },
  edit: { zh: '修改标题', en: 'Edit the title' },
});

/** The title, and the way to change it. */
export function TitleEditor() {
  const { ticket, editable } = useTicketView();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const { typed, begin, write, save, cancel } = useFieldDraft('title');
  if (typed === undefined) {
    return (
      <h2 className={styles.title}>
        {ticket.title}{' '}
        {editable && (
          <Button look="quiet" className={styles.pen} aria-label={t.edit} title={t.edit} onClick={begin}>
            ✎
          </Button>
        )}
      </h2>
    );
  }
  return (
    <form
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to write here */}
      <input autoFocus className={page.input} aria-label={t.title} value={typed} maxLength={200} onChange={({ target }) => write(target.value)} onKeyDown={({ key }) => key === 'Escape' && cancel()} />
      <Button look="primary" onClick={save} disabled={typed.trim() === ''}>{common.save}</Button>
      <Button onClick={cancel}>{common.cancel}</Button>
    </form>
  );
}
