import { ticketAuditQuery } from '#api';
import { type AuditEntry, personId } from '#model';
import { defineTexts, Loading, useFormats, useTexts } from '#ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import styles from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '时间线', en: 'Time line' },
  more: { zh: (n: string) => `更早的 ${n} 条`, en: (n: string) => `${n} earlier` },
  failed: { zh: '时间线没有加载出来', en: 'The time line could not be loaded' },
});

/** What was done, by the name of the audit's action; an action this page does not know stands for itself. */
const actions = defineTexts<Record<string, string>>({
  register: { zh: '登记', en: 'registered' },
  assign: { zh: '立项', en: 'assigned' },
  start: { zh: '开始整改', en: 'started remediation' },
  submit: { zh: '提交验证', en: 'submitted for verification' },
  close: { zh: '销号', en: 'closed out' },
  return: { zh: '退回', en: 'sent back' },
  waive: { zh: '人工核销', en: 'waived' },
  recur: { zh: '复发，自动重新打开', en: 'recurred and was opened again' },
  edit: { zh: '修改', en: 'edited' },
  bulk: { zh: '批量修改', en: 'edited with others' },
  undo: { zh: '撤销批量修改', en: 'edit with others undone' },
  comment: { zh: '评论', en: 'commented' },
  attach: { zh: '添加附件', en: 'attached a file' },
  detach: { zh: '删除附件', en: 'removed a file' },
  supervise: { zh: '督办', en: 'supervision' },
  remind: { zh: '督办提醒', en: 'reminded the owner' },
  import: { zh: '从表格导入', en: 'imported from a sheet' },
});

const fields = defineTexts<Record<string, string>>({
  title: { zh: '标题', en: 'title' },
  description: { zh: '说明', en: 'description' },
  owner: { zh: '责任人', en: 'owner' },
  department: { zh: '部门', en: 'department' },
  due: { zh: '到期', en: 'due' },
  target: { zh: '目标', en: 'target' },
  measures: { zh: '措施', en: 'measures' },
  effective: { zh: '生效日', en: 'effective dates' },
  complaint: { zh: '投诉', en: 'complaint' },
  watchers: { zh: '关注人', en: 'watchers' },
  instances: { zh: '关联旅程', en: 'linked journeys' },
  important: { zh: '重要', en: 'important' },
  locus: { zh: '位置', en: 'place' },
});

/** Everything that was done about the ticket, newest first, out of the audit. */
export function TimeLine() {
  const { ticket } = useTicketView();
  const t = useTexts(texts);
  const asked = useInfiniteQuery(ticketAuditQuery(ticket.id));
  const entries = asked.data?.pages.flatMap(({ items }) => items);
  const total = asked.data?.pages[0]?.total ?? 0;
  return (
    <section aria-label={t.title}>
      <h2>{t.title}</h2>
      {!entries && (asked.isError ? <p className={styles.error}>{t.failed}</p> : <Loading lines={4} />)}
      <ol className={styles.rows}>
        {entries?.map((entry) => (
          <Entry key={entry.sequence} entry={entry} />
        ))}
      </ol>
      {asked.hasNextPage && entries && (
        <button type="button" onClick={() => void asked.fetchNextPage()} disabled={asked.isFetchingNextPage}>
          {t.more(String(total - entries.length))}
        </button>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { personName, zone } = useTicketView();
  const { dateTime } = useFormats();
  const common = useTexts(ticketTexts);
  const done = useTexts(actions);
  const field = useTexts(fields);
  const person = entry.actor.startsWith('person:') ? personId.safeParse(entry.actor.slice('person:'.length)).data : undefined;
  const changed = entry.action === 'edit' || entry.action === 'bulk' ? Object.keys(entry.after ?? {}).flatMap((name) => field[name] ?? []) : [];
  return (
    <li>
      <span>
        {person === undefined ? common.system : personName(person)} {done[entry.action] ?? entry.action}
        {changed.length > 0 && ` ${changed.join('、')}`}
        {entry.reason !== undefined && <small>{` “${entry.reason}”`}</small>}
      </span>
      <time dateTime={entry.at} title={dateTime(entry.at, zone)}>{dateTime(entry.at, zone).slice(5)}</time>
    </li>
  );
}
