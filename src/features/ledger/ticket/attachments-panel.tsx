import { attachFile, attachmentsQuery, downloadAttachment, removeAttachment } from '#api';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES } from '#contract';
import { Button, buttonClass, defineTexts, Dialog, saveBlob, useFormats, useLanguage, useTexts } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { whyFailed } from '../why-failed';
import styles from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '附件', en: 'Attachments' },
  add: { zh: '添加附件', en: 'Add a file' },
  adding: { zh: '正在上传…', en: 'Uploading…' },
  allowed: { zh: (size: string) => `图片、PDF、Office、CSV、文本，每个最大 ${size}`, en: (size: string) => `Images, PDF, Office, CSV, text; ${size} each at most` },
  tooLarge: { zh: (name: string, size: string) => `“${name}”有 ${size}，太大了。`, en: (name: string, size: string) => `“${name}” has ${size}: too large.` },
  open: { zh: (name: string) => `下载 ${name}`, en: (name: string) => `Download ${name}` },
  ask: { zh: '删除附件？', en: 'Remove the file?' },
  final: { zh: '文件会被删除；台账里会留下它曾经在这里的记录。', en: 'The file is removed; that it was here stays in the audit.' },
});

const ACCEPT = Object.keys(ATTACHMENT_TYPES).map((ending) => `.${ending}`).join(',');

/** The files of the ticket. */
export function AttachmentsPanel() {
  const { ticket, personName } = useTicketView();
  const { bytes } = useFormats();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const language = useLanguage();
  const queries = useQueryClient();
  const asked = useQuery(attachmentsQuery(ticket.id));
  const changed = () => queries.invalidateQueries({ queryKey: attachmentsQuery(ticket.id).queryKey });
  const [tooLarge, setTooLarge] = useState<File>();
  const [removing, setRemoving] = useState<string>();
  const add = useMutation({ mutationFn: (file: File) => attachFile(ticket.id, file), onSettled: changed });
  const remove = useMutation({
    mutationFn: removeAttachment,
    onSuccess: () => setRemoving(undefined),
    onSettled: changed,
  });
  const download = useMutation({
    mutationFn: async ({ id, name }: { id: string; name: string }) => saveBlob(name, await downloadAttachment(id)),
  });
  const choose = (file: File | undefined) => {
    if (!file) return;
    // What an earlier file was refused for is not about this one.
    add.reset();
    setTooLarge(file.size > MAX_ATTACHMENT_BYTES ? file : undefined);
    if (file.size <= MAX_ATTACHMENT_BYTES) add.mutate(file);
  };
  const failed = [add, remove, download].find(({ isError }) => isError);
  return (
    <section aria-label={t.title}>
      <h2>{t.title}</h2>
      <ul className={styles.rows}>
        {asked.data?.items.map(({ id, name, bytes: size, by }) => (
          <li key={id}>
            <span>
              <Button look="quiet" aria-label={t.open(name)} onClick={() => download.mutate({ id, name })}>{name}</Button>
              <small>
                {bytes(size)} · {by === undefined ? common.system : personName(by)}
              </small>
            </span>
            <Button look="quiet" aria-label={`${common.remove}: ${name}`} onClick={() => setRemoving(id)}>×</Button>
          </li>
        ))}
      </ul>
      <label className={buttonClass()}>
        {add.isPending ? t.adding : `+ ${t.add}`}
        <input
          type="file"
          hidden
          accept={ACCEPT}
          disabled={add.isPending}
          onChange={({ target }) => {
            choose(target.files?.[0]);
            target.value = '';
          }}
        />
      </label>
      <p className={styles.quiet}>{t.allowed(bytes(MAX_ATTACHMENT_BYTES))}</p>
      {tooLarge && <p className={styles.error} role="alert">{t.tooLarge(tooLarge.name, bytes(tooLarge.size))}</p>}
      {failed && <p className={styles.error} role="alert">{whyFailed(failed.error, language)}</p>}
      {removing !== undefined && (
        <Dialog
          title={t.ask}
          onClose={() => setRemoving(undefined)}
          actions={
            <>
              <Button onClick={() => setRemoving(undefined)}>{common.cancel}</Button>
              <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate(removing)}>{common.remove}</Button>
            </>
          }
        >
          <p>{t.final}</p>
        </Dialog>
      )}
    </section>
  );
}
