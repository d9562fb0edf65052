import { failureOf, meQuery, removeWebhook, tryWebhook, webhooksQuery, type WebhookTold } from '#api';
import { Button, defineTexts, Dialog, FailedToLoad, Loading, Panel, Tag, useFormats, useTexts } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DeliveryLog } from './delivery-log';
import { WebhookDialog } from './webhook-dialog';
import { eventWords, webhookTexts } from './webhook-texts';
import styles from './webhooks-panel.module.css';

const texts = defineTexts({ failed: { zh: '没有成功', en: 'It did not work' } });

/** Where changes of tasks and tickets are told: addresses, what each is told in which words, and what became of it. */
export function WebhooksPanel() {
  const t = useTexts(webhookTexts);
  const roles = useQuery(meQuery()).data?.person.roles;
  // Addresses of group robots are keys: they are for managers and engineers.
  const mayLook = roles?.some((role) => role === 'manager' || role === 'engineer');
  const asked = useQuery({ ...webhooksQuery(), enabled: mayLook === true });
  const [editing, setEditing] = useState<WebhookTold | 'new'>();
  return (
    <Panel title={t.title} note={t.note}>
      {mayLook === false && <p className={styles.quiet}>{t.notForYou}</p>}
      {mayLook !== false && asked.isPending && <Loading />}
      {asked.isError && !asked.data && <FailedToLoad failure={failureOf(asked.error)} onRetry={() => void asked.refetch()} />}
      {asked.data?.webhooks.length === 0 && <p className={styles.quiet}>{t.none}</p>}
      <ul className={styles.webhooks}>
        {asked.data?.webhooks.map((one) => (
          <Told key={one.id} webhook={one} onEdit={() => setEditing(one)} />
        ))}
      </ul>
      {asked.data && <Button onClick={() => setEditing('new')}>+ {t.add}</Button>}
      {editing && <WebhookDialog webhook={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Panel>
  );
}

function Told({ webhook, onEdit }: { webhook: WebhookTold; onEdit: () => void }) {
  const t = useTexts(webhookTexts);
  const { failed } = useTexts(texts);
  const events = useTexts(eventWords);
  const { exact } = useFormats();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [removing, setRemoving] = useState(false);
  const test = useMutation({ mutationFn: () => tryWebhook(webhook.id) });
  const remove = useMutation({
    mutationFn: () => removeWebhook(webhook.id),
    onSuccess: async () => {
      setRemoving(false);
      await queries.invalidateQueries({ queryKey: webhooksQuery().queryKey });
    },
  });
  return (
    <li className={styles.webhook}>
      <p className={styles.name}>
        <b>{webhook.name}</b> {!webhook.enabled && <Tag>{t.disabled}</Tag>}
      </p>
      <p className={styles.quiet}>
        <code>{webhook.url}</code> · {t.tail(webhook.secretTail)}
      </p>
      <p className={styles.quiet}>{webhook.events.map((event) => events[event]).join(' · ')}</p>
      <div className={styles.actions}>
        <Button onClick={() => test.mutate()} disabled={test.isPending}>{t.test}</Button>
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>{t.log}</Button>
        <Button onClick={onEdit}>{t.edit}</Button>
        <Button look="quiet" onClick={() => setRemoving(true)}>{t.remove}</Button>
      </div>
      {test.data && (
        <p role="status" className={test.data.status !== undefined && test.data.status < 300 ? styles.good : styles.bad}>
          {test.data.status === undefined ? t.unreachable(test.data.error ?? '') : t.answered(String(test.data.status), exact(test.data.ms))}
        </p>
      )}
      {test.isError && <p role="alert" className={styles.bad}>{failed}: {failureOf(test.error).detail}</p>}
      {open && <DeliveryLog webhook={webhook.id} />}
      {removing && (
        <Dialog
          title={t.askRemove(webhook.name)}
          onClose={() => setRemoving(false)}
          actions={
            <>
              <Button onClick={() => setRemoving(false)}>{t.cancel}</Button>
              <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>{t.remove}</Button>
            </>
          }
        >
          <p>{t.removeNote}</p>
          {remove.isError && <p role="alert" className={styles.bad}>{failureOf(remove.error).detail}</p>}
        </Dialog>
      )}
    </li>
  );
}
