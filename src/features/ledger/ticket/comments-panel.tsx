import { commentsQuery, failureOf, newKey, sayComment } from '#api';
import type { PersonId } from '#model';
import { Button, defineTexts, Failed, Loading, Panel, useFormats, useLocalize, useTexts } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import styles from './comments-panel.module.css';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useDraft } from './use-draft';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '讨论', en: 'Discussion' },
  none: { zh: '还没有人说话。', en: 'Nobody has said anything yet.' },
  failed: { zh: '讨论没有加载出来', en: 'The discussion could not be loaded' },
  write: { zh: '写一条评论', en: 'Write a comment' },
  hint: { zh: '用 @ 提到同事，他会关注这张工单。', en: 'Mention colleagues with @: they will watch this ticket.' },
  mention: { zh: '提到同事…', en: 'Mention…' },
  send: { zh: '发送', en: 'Send' },
  notSent: { zh: '没有发出去，您写的还在：', en: 'Not sent; what you wrote is still here: ' },
});

/** What was said about the ticket; what somebody is writing survives a reload and a failure. */
export function CommentsPanel() {
  const { ticket, people, personName, zone } = useTicketView();
  const { dateTime } = useFormats();
  const localize = useLocalize();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const queries = useQueryClient();
  const asked = useQuery(commentsQuery(ticket.id));
  const [text, setText] = useDraft(`${ticket.id}.comment`);
  const field = useRef<HTMLTextAreaElement>(null);
  // One key for one text: sent again after a lost answer, it is said once.
  const [key, setKey] = useState(newKey);
  const names = people.flatMap(({ name }) => [name.zh, name.en].flatMap((one) => (one === undefined ? [] : [`@${one}`])));
  const mentioned = (written: string): PersonId[] => people.filter(({ name }) => [name.zh, name.en].some((one) => one !== undefined && written.includes(`@${one}`))).map(({ id }) => id);
  const send = useMutation({
    mutationFn: () => sayComment(ticket.id, text.trim(), mentioned(text), key),
    onSuccess: async () => {
      setText('');
      setKey(newKey());
      await queries.invalidateQueries({ queryKey: commentsQuery(ticket.id).queryKey });
    },
  });
  const mention = (id: string) => {
    const person = people.find((one) => one.id === id);
    if (!person) return;
    setText(`${text}${text === '' || text.endsWith(' ') ? '' : ' '}@${localize(person.name)} `);
    field.current?.focus();
  };
  return (
    <Panel title={t.title}>
      {asked.isPending && <Loading />}
      {asked.isError && !asked.data && <Failed title={t.failed} detail={failureOf(asked.error).detail} onRetry={() => void asked.refetch()} />}
      {asked.data?.items.length === 0 && <p className={page.quiet}>{t.none}</p>}
      <ol className={styles.comments}>
        {asked.data?.items.map(({ id, by, at, text: said }) => (
          <li key={id}>
            <p className={styles.who}>
              <b>{by === undefined ? common.system : personName(by)}</b> <time dateTime={at}>{dateTime(at, zone)}</time>
            </p>
            <p className={styles.text}>{withMentions(said, names)}</p>
          </li>
        ))}
      </ol>
      <div className={page.form}>
        <label className={page.field}>
          <span>{t.write}</span>
          <textarea
            ref={field}
            className={page.input}
            value={text}
            maxLength={5_000}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') send.mutate();
            }}
          />
        </label>
        {send.isError && <p className={page.error} role="alert">{t.notSent}{failureOf(send.error).detail}</p>}
        <div className={page.actions}>
          <Button look="primary" disabled={text.trim() === '' || send.isPending} onClick={() => send.mutate()}>{t.send}</Button>
          <select className={styles.mention} aria-label={t.mention} value="" onChange={({ target }) => mention(target.value)}>
            <option value="">@ {t.mention}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>{localize(name)}</option>
            ))}
          </select>
          <span className={page.quiet}>{t.hint}</span>
        </div>
      </div>
    </Panel>
  );
}

/** A text with the names it mentions set off. */
function withMentions(text: string, names: readonly string[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let rest = text;
  while (rest !== '') {
    const [first] = names.flatMap((name) => (rest.includes(name) ? [{ name, at: rest.indexOf(name) }] : [])).toSorted((a, b) => a.at - b.at || b.name.length - a.name.length);
    if (!first) return [...parts, rest];
    parts.push(rest.slice(0, first.at), <b key={parts.length} className={styles.name}>{first.name}</b>);
    rest = rest.slice(first.at + first.name.length);
  }
  return parts;
}
