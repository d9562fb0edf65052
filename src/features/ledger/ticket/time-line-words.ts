import { type AuditEntry, type DepartmentId, type Locus, type PersonId, supervisionEntry, type Ticket, ticket, type TicketMeasure, type TouchpointId } from '#model';
import { defineTexts, type Formats, type Language } from '#ui';
import { z } from 'zod';
import { effectiveGroups } from './effective-groups';

export interface TimeLineWords {
  formats: Formats;
  person: (id: PersonId) => string;
  department: (id: DepartmentId) => string;
  touchpoint: (id: TouchpointId) => string;
  locus: (locus: Locus) => string;
}

const texts = defineTexts({
  and: { zh: '、', en: ', ' },
  next: { zh: '，', en: '; ' },
  // What was done, by the name of the audit's action.
  register: { zh: '登记', en: 'registered it' },
  assign: { zh: '立项', en: 'assigned it' },
  assignTo: { zh: (name: string) => `立项，指派 ${name}`, en: (name: string) => `assigned it to ${name}` },
  start: { zh: '开始整改', en: 'started remediation' },
  submit: { zh: '提交验证', en: 'submitted it for verification' },
  submitFor: { zh: (day: string) => `提交验证，检验日 ${day}`, en: (day: string) => `submitted it; to be tested on ${day}` },
  close: { zh: '销号', en: 'closed it out' },
  return: { zh: '退回', en: 'sent it back' },
  waive: { zh: '人工核销', en: 'waived it' },
  recur: { zh: '复发，自动重新打开', en: 'opened it again: it recurred' },
  testPassed: { zh: '检验日到，检验通过', en: 'tested it: passed' },
  testFailed: { zh: '检验日到，检验未通过', en: 'tested it: failed' },
  comment: { zh: '评论', en: 'commented' },
  attach: { zh: (name: string) => `添加附件 ${name}`, en: (name: string) => `added ${name}` },
  detach: { zh: (name: string) => `删除附件 ${name}`, en: (name: string) => `removed ${name}` },
  watch: { zh: (names: string) => `评论提到 ${names}，开始关注`, en: (names: string) => `mentioned ${names}, who watch it now` },
  supervise: { zh: (level: string, names: string) => `督办（${level} 级），告知 ${names}`, en: (level: string, names: string) => `supervision, level ${level}: told ${names}` },
  remind: { zh: (names: string) => `督办，提醒 ${names}`, en: (names: string) => `reminded ${names}` },
  people: { zh: (first: string, n: string) => `${first} 等 ${n} 人`, en: (first: string, n: string) => `${first} and others, ${n} people` },
  undo: { zh: '撤销批量修改：', en: 'undid a change of many: ' },
  bulk: { zh: '批量修改：', en: 'changed many: ' },
  import: { zh: '从表格导入', en: 'imported it from a sheet' },
  edit: { zh: '修改', en: 'edited it' },
  // Which field became what.
  title: { zh: (to: string) => `标题改为“${to}”`, en: (to: string) => `title: “${to}”` },
  description: { zh: '修改说明', en: 'edited the description' },
  owner: { zh: (to: string) => `责任人改为 ${to}`, en: (to: string) => `owner: ${to}` },
  department: { zh: (to: string) => `责任部门改为 ${to}`, en: (to: string) => `department: ${to}` },
  due: { zh: (to: string) => `到期改为 ${to}`, en: (to: string) => `due: ${to}` },
  target: { zh: (to: string) => `目标改为下降 ${to}`, en: (to: string) => `target: a drop of ${to}` },
  nothing: { zh: '空', en: 'none' },
  effective: { zh: (where: string, day: string) => `${where} ${day} 生效`, en: (where: string, day: string) => `${where} live from ${day}` },
  notEffective: { zh: (where: string) => `清除 ${where} 的生效日`, en: (where: string) => `took the effective date of ${where} away` },
  added: { zh: (title: string) => `添加措施“${title}”`, en: (title: string) => `planned “${title}”` },
  done: { zh: (title: string) => `完成“${title}”`, en: (title: string) => `finished “${title}”` },
  reopened: { zh: (title: string) => `重新进行“${title}”`, en: (title: string) => `took “${title}” up again` },
  dropped: { zh: (title: string) => `不做“${title}”了`, en: (title: string) => `dropped “${title}”` },
  removed: { zh: (title: string) => `删除措施“${title}”`, en: (title: string) => `removed “${title}”` },
  changed: { zh: (title: string) => `修改措施“${title}”`, en: (title: string) => `edited “${title}”` },
  planned: { zh: (n: string) => `添加 ${n} 项措施`, en: (n: string) => `planned ${n} measures` },
  measures: { zh: (n: string) => `修改 ${n} 项措施`, en: (n: string) => `edited ${n} measures` },
  important: { zh: '标为重要', en: 'marked it important' },
  unimportant: { zh: '不再标为重要', en: 'took the importance away' },
  complaint: { zh: (reference: string) => `关联投诉 ${reference}`, en: (reference: string) => `complaint: ${reference}` },
  noComplaint: { zh: '取消关联投诉', en: 'took the complaint away' },
  watching: { zh: (names: string) => `${names} 开始关注`, en: (names: string) => `${names} watch it` },
  notWatching: { zh: (names: string) => `${names} 不再关注`, en: (names: string) => `${names} stopped watching` },
  instances: { zh: '修改关联旅程', en: 'changed the linked journeys' },
  locus: { zh: (to: string) => `位置改为 ${to}`, en: (to: string) => `place: ${to}` },
});
type Texts = (typeof texts)[Language];

const fields = ticket.partial();
const file = z.object({ attachment: z.object({ name: z.string() }) });
const told = z.object({ supervision: z.array(supervisionEntry) });

/** What an entry of the audit says was done, in one line without its reason. An action this page does not know stands for itself. */
export function timeLineWords({ action, before, after }: Pick<AuditEntry, 'action' | 'before' | 'after'>, language: Language, words: TimeLineWords): string {
  const t = texts[language];
  const is = fields.safeParse(after ?? {}).data ?? {};
  const was = fields.safeParse(before ?? {}).data ?? {};
  const names = (ids: readonly PersonId[]) => {
    const all = [...new Set(ids)].map(words.person);
    return all.length <= 2 ? all.join(t.and) : t.people(all[0] ?? '', words.formats.exact(all.length));
  };
  const changes = () => changesOf(Object.keys({ ...before, ...after }), was, is, t, words).join(t.next) || t.edit;
  switch (action) {
    case 'assign':
      return is.owner === undefined ? t.assign : t.assignTo(words.person(is.owner));
    case 'submit':
      return is.plan && !is.plan.tooLong ? t.submitFor(words.formats.shortDay(is.plan.testDay)) : t.submit;
    case 'test':
      return is.tested?.passed ? t.testPassed : t.testFailed;
    case 'attach':
      return t.attach(file.safeParse(after).data?.attachment.name ?? '');
    case 'detach':
      return t.detach(file.safeParse(before).data?.attachment.name ?? '');
    case 'watch':
      return t.watch(names(without(is.watchers, was.watchers)));
    case 'supervise':
    case 'remind': {
      const entries = told.safeParse(after).data?.supervision ?? [];
      const to = names(entries.flatMap((one) => one.to));
      return action === 'remind' ? t.remind(to) : t.supervise(words.formats.exact(Math.max(0, ...entries.map(({ level }) => level))), to);
    }
    case 'edit':
      return changes();
    case 'bulk':
      return t.bulk + changes();
    case 'undo':
      return t.undo + changes();
    case 'register':
    case 'start':
    case 'close':
    case 'return':
    case 'waive':
    case 'recur':
    case 'comment':
    case 'import':
      return t[action];
    default:
      return action;
  }
}

const without = <Item>(all: readonly Item[] = [], gone: readonly Item[] = []): Item[] => all.filter((one) => !gone.includes(one));

function changesOf(changed: readonly string[], was: Partial<Ticket>, is: Partial<Ticket>, t: Texts, { formats, person, department, touchpoint, locus }: TimeLineWords): string[] {
  const each: Record<string, () => string[]> = {
    title: () => [t.title(is.title ?? '')],
    description: () => [t.description],
    owner: () => [t.owner(is.owner === undefined ? t.nothing : person(is.owner))],
    department: () => [t.department(is.department === undefined ? t.nothing : department(is.department))],
    due: () => [t.due(is.due === undefined ? t.nothing : formats.shortDay(is.due))],
    target: () => [t.target(is.target === undefined ? t.nothing : formats.points(is.target).replace('+', ''))],
    measures: () => measureChanges(was.measures ?? [], is.measures ?? [], t, formats),
    effective: () => effectiveChanges(was.effective ?? [], is.effective ?? [], t, formats, touchpoint),
    important: () => [is.important ? t.important : t.unimportant],
    complaint: () => [is.complaint ? t.complaint(is.complaint.reference) : t.noComplaint],
    watchers: () => {
      const [more, fewer] = [without(is.watchers, was.watchers), without(was.watchers, is.watchers)];
      return [...(more.length > 0 ? [t.watching(more.map(person).join(t.and))] : []), ...(fewer.length > 0 ? [t.notWatching(fewer.map(person).join(t.and))] : [])];
    },
    instances: () => [t.instances],
    locus: () => (is.locus ? [t.locus(locus(is.locus))] : []),
  };
  return changed.flatMap((field) => each[field]?.() ?? []);
}

function measureChanges(was: readonly TicketMeasure[], is: readonly TicketMeasure[], t: Texts, { exact }: Formats): string[] {
  const added = is.filter(({ id }) => !was.some((one) => one.id === id));
  const removed = was.filter(({ id }) => !is.some((one) => one.id === id));
  const changed = is.flatMap((one) => {
    const old = was.find(({ id }) => id === one.id);
    if (!old || JSON.stringify(old) === JSON.stringify(one)) return [];
    if (old.state === one.state) return [t.changed(one.title)];
    return [one.state === 'done' ? t.done(one.title) : one.state === 'dropped' ? t.dropped(one.title) : t.reopened(one.title)];
  });
  return [
    ...(added.length > 2 ? [t.planned(exact(added.length))] : added.map(({ title }) => t.added(title))),
    ...(changed.length > 2 ? [t.measures(exact(changed.length))] : changed),
    ...removed.map(({ title }) => t.removed(title)),
  ];
}

function effectiveChanges(was: Ticket['effective'], is: Ticket['effective'], t: Texts, { shortDay, exact }: Formats, name: (id: TouchpointId) => string): string[] {
  const set = is.filter(({ touchpoint, day }) => !was.some((one) => one.touchpoint === touchpoint && one.day === day));
  const gone = was.filter(({ touchpoint }) => !is.some((one) => one.touchpoint === touchpoint)).map(({ touchpoint }) => touchpoint);
  const join = (ids: readonly TouchpointId[]) => (ids.length > 2 ? `${ids.slice(0, 2).map(name).join(t.and)} +${exact(ids.length - 2)}` : ids.map(name).join(t.and));
  return [...effectiveGroups(set).map(({ day, touchpoints }) => t.effective(join(touchpoints), shortDay(day))), ...(gone.length > 0 ? [t.notEffective(join(gone))] : [])];
}
