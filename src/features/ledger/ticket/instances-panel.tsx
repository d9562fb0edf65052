import { instanceId, type InstanceId } from '#model';
import { toStory } from '#src/routes';
import { Button, defineTexts, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import styles from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '关联旅程', en: 'Linked journeys' },
  note: { zh: '作为例子关联的客户旅程', en: 'Journeys linked as examples' },
  id: { zh: '旅程实例编号', en: 'Id of a journey instance' },
});

/** Journeys somebody linked as examples; each opens its story. */
export function InstancesPanel() {
  const { ticket, edits, editable } = useTicketView();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const [typed, setTyped] = useState('');
  const parsed: InstanceId | undefined = instanceId.safeParse(typed.trim()).data;
  const add = () => {
    if (parsed === undefined) return;
    edits.edit({ instances: [...ticket.instances.filter((id) => id !== parsed), parsed] });
    setTyped('');
  };
  return (
    <section aria-label={t.title}>
      <h2>{t.title}</h2>
      {ticket.instances.length === 0 && !editable && <p className={styles.quiet}>{common.none}</p>}
      <ul className={styles.rows}>
        {ticket.instances.map((id) => (
          <li key={id}>
            <Link {...toStory(ticket.locus.journey, id)}>{id}</Link>
            {editable && (
              <Button look="quiet" aria-label={`${common.remove}: ${id}`} onClick={() => edits.edit({ instances: ticket.instances.filter((one) => one !== id) })}>×</Button>
            )}
          </li>
        ))}
      </ul>
      {editable && (
        <form
          className={styles.actions}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input className={styles.input} style={{ flex: 1 }} aria-label={t.id} placeholder={t.id} value={typed} onChange={({ target }) => setTyped(target.value)} />
          <Button disabled={parsed === undefined} onClick={add}>{common.add}</Button>
        </form>
      )}
    </section>
  );
}
