import { addWebhook, failureOf, replaceWebhook, webhooksQuery, webhookTemplatesQuery, type WebhookSettings, type WebhookTold } from '#api';
import { WEBHOOK_EVENTS } from '#contract';
import { Button, Dialog, useLanguage, useTexts } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { eventWords, webhookTexts } from './webhook-texts';
import styles from './webhooks-panel.module.css';

const NEW: WebhookSettings = { name: '', url: '', events: ['task.opened', 'task.overdue', 'ticket.moved', 'ticket.recurred'], enabled: true, template: '' };

/** Adds or changes an address; after adding, its secret is shown once. */
export function WebhookDialog({ webhook, onClose }: { webhook: WebhookTold | undefined; onClose: () => void }) {
  const t = useTexts(webhookTexts);
  const language = useLanguage();
  const words = useTexts(eventWords);
  const queries = useQueryClient();
  const templates = useQuery(webhookTemplatesQuery()).data?.templates ?? [];
  const [typed, setTyped] = useState<WebhookSettings>(webhook ? { name: webhook.name, url: webhook.url, events: webhook.events, enabled: webhook.enabled, template: webhook.template } : NEW);
  const set = (change: Partial<WebhookSettings>) => setTyped({ ...typed, ...change });
  const save = useMutation({
    mutationFn: async () => (webhook ? void (await replaceWebhook(webhook.id, typed)) : (await addWebhook(typed)).secret),
    onSuccess: async (secret) => {
      await queries.invalidateQueries({ queryKey: webhooksQuery().queryKey });
      if (secret === undefined) onClose();
    },
  });
  if (save.data !== undefined) {
    return (
      <Dialog title={t.secretTitle} onClose={onClose} actions={<Button look="primary" onClick={onClose}>{t.close}</Button>}>
        <p><code className={styles.secret}>{save.data}</code></p>
        <p className={styles.quiet}>{t.secretNote}</p>
      </Dialog>
    );
  }
  const complete = typed.name.trim() !== '' && /^https?:\/\/./.test(typed.url) && typed.events.length > 0;
  return (
    <Dialog
      title={webhook?.name ?? t.add}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" disabled={!complete || save.isPending} onClick={() => save.mutate()}>{t.save}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <label className={styles.field}>
          <span>{t.name}</span>
          <input value={typed.name} maxLength={100} onChange={({ target }) => set({ name: target.value })} />
        </label>
        <label className={styles.field}>
          <span>{t.url}</span>
          <input type="url" value={typed.url} placeholder="https://" maxLength={2_000} onChange={({ target }) => set({ url: target.value })} />
        </label>
        <fieldset className={styles.events}>
          <legend>{t.events}</legend>
          {WEBHOOK_EVENTS.map((event) => (
            <label key={event}>
              <input
                type="checkbox"
                checked={typed.events.includes(event)}
                onChange={({ target }) => set({ events: WEBHOOK_EVENTS.filter((one) => (one === event ? target.checked : typed.events.includes(one))) })}
              />{' '}
              {words[event]}
            </label>
          ))}
        </fieldset>
        <label className={styles.field}>
          <span>{t.template}</span>
          <textarea value={typed.template} rows={6} maxLength={10_000} spellCheck={false} onChange={({ target }) => set({ template: target.value })} />
        </label>
        <p className={styles.quiet}>
          {t.templateNote}{' '}
          <select aria-label={t.from} value="" onChange={({ target }) => set({ template: templates.find(({ id }) => id === target.value)?.template ?? typed.template })}>
            <option value="">{t.from}</option>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>{name[language]}</option>
            ))}
          </select>
        </p>
        <label>
          <input type="checkbox" checked={typed.enabled} onChange={({ target }) => set({ enabled: target.checked })} /> {t.enabled}
        </label>
        {save.isError && <p role="alert" className={styles.bad}>{failureOf(save.error).detail}</p>}
      </div>
    </Dialog>
  );
}
