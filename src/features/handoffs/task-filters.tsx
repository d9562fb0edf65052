import { catalogueQuery } from '#api';
import { TASK_SORTS } from '#contract';
import { parseNodeId, TASK_PRIORITIES, TASK_STATES, UNFINISHED_TASK_STATES } from '#model';
import { type CatalogueNames, Choice, defineTexts, Dropdown, taskPriorityWords, taskStateWords, useLocalize, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { handoffTexts } from './handoff-texts';
import type { HandoffsSearch } from './search';
import styles from './task-filters.module.css';
import { stateOf } from './url';
import { useHandoffs } from './view';

const texts = defineTexts({
  all: { zh: '全部', en: 'All' },
  journey: { zh: '旅程', en: 'Journey' },
  touchpoint: { zh: '接续触点', en: 'Through' },
  priority: { zh: '优先级', en: 'Priority' },
  state: { zh: '状态', en: 'State' },
  assignee: { zh: '处理人', en: 'Who' },
  sort: { zh: '排序', en: 'Sort' },
  place: { zh: (name: string) => `断点：${name}`, en: (name: string) => `Broke at ${name}` },
  rule: { zh: (name: string) => `规则：${name}`, en: (name: string) => `Rule: ${name}` },
  instance: { zh: (id: string) => `旅程 ${id}`, en: (id: string) => `Journey ${id}` },
  remove: { zh: (what: string) => `不再按“${what}”筛选`, en: (what: string) => `Stop filtering by “${what}”` },
  find: { zh: '任务、旅程或客户编号', en: 'Task, journey or customer' },
  urgency: { zh: '最紧急', en: 'Most urgent' },
  dueAt: { zh: '先到期', en: 'Due first' },
  '-dueAt': { zh: '后到期', en: 'Due last' },
  openedAt: { zh: '先出现', en: 'Oldest' },
  '-openedAt': { zh: '后出现', en: 'Newest' },
  '-updatedAt': { zh: '最近有变化', en: 'Changed last' },
});

/** What the list narrows to; all of it is in the address. */
export function TaskFilters() {
  const { search, go, names, me, people, person, rules } = useHandoffs();
  const t = useTexts(texts);
  const words = useTexts(handoffTexts);
  const states = useTexts(taskStateWords);
  const priorities = useTexts(taskPriorityWords);
  const localize = useLocalize();
  const catalogue = useQuery(catalogueQuery()).data;
  const set = (changes: HandoffsSearch) => go({ ...search, ...changes });
  const rule = search.rule === undefined ? undefined : rules.get(search.rule);
  return (
    <>
      <Pick name={t.journey} of={search.journey} options={catalogue?.journeys.map(({ id }) => [id, names.journey(id)])} onPick={(journey) => set({ journey })} />
      <Pick name={t.touchpoint} of={search.touchpoint} options={catalogue?.touchpoints.map(({ id }) => [id, names.touchpoint(id)])} onPick={(touchpoint) => set({ touchpoint })} />
      <Pick name={t.priority} of={search.priority} options={TASK_PRIORITIES.map((id) => [id, priorities[id]])} onPick={(priority) => set({ priority })} />
      <Pick
        name={t.state}
        of={stateOf(search)}
        shown={search.state && search.state.length > 1 ? t.all : undefined}
        options={TASK_STATES.map((id) => [id, states[id]])}
        onPick={(state) => set({ state: state && [state], ...(!UNFINISHED_TASK_STATES.some((one) => one === state) && { overdue: undefined }) })}
      />
      <Pick
        name={t.assignee}
        of={search.assignee}
        options={[['me', me ? person(me.id) : words.mine], ['none', words.unassigned], ...people.filter(({ id }) => id !== me?.id).map(({ id }): [string, string] => [id, person(id)])]}
        onPick={(assignee) => set({ assignee })}
      />
      <Find />
      {search.node !== undefined && <Removable what={t.place(placeName(search, names))} onRemove={() => set({ node: undefined, level: undefined })} />}
      {rule && <Removable what={t.rule(localize(rule.name))} onRemove={() => set({ rule: undefined })} />}
      {search.instance !== undefined && <Removable what={t.instance(search.instance)} onRemove={() => set({ instance: undefined })} />}
    </>
  );
}

/** The order of the list. */
export function TaskSort() {
  const { search, go } = useHandoffs();
  const t = useTexts(texts);
  return (
    <Dropdown name={t.sort} value={t[search.sort ?? 'urgency']}>
      {TASK_SORTS.map((sort) => (
        <Choice key={sort} chosen={sort === (search.sort ?? 'urgency')} onChoose={() => go({ ...search, sort: sort === 'urgency' ? undefined : sort })}>
          {t[sort]}
        </Choice>
      ))}
    </Dropdown>
  );
}

interface PickProps<Id extends string> {
  name: string;
  of: Id | undefined;
  /** What it says where the address names more than one. */
  shown?: ReactNode;
  options: readonly (readonly [id: Id, name: string])[] | undefined;
  onPick: (id: Id | undefined) => void;
}

function Pick<Id extends string>({ name, of, shown, options, onPick }: PickProps<Id>) {
  const t = useTexts(texts);
  return (
    <Dropdown name={name} value={shown ?? options?.find(([id]) => id === of)?.[1] ?? of ?? t.all}>
      <Choice chosen={of === undefined} onChoose={() => onPick(undefined)}>
        {t.all}
      </Choice>
      {options?.map(([id, label]) => (
        <Choice key={id} chosen={id === of} onChoose={() => onPick(id)}>
          {label}
        </Choice>
      ))}
    </Dropdown>
  );
}

/** So long (ms) nothing is typed before it is looked for. */
const TYPED_FOR = 250;

function Find() {
  const { search, go } = useHandoffs();
  const t = useTexts(texts);
  const [typed, setTyped] = useState(search.q ?? '');
  const [asked, setAsked] = useState(search.q);
  // Another address, such as one step back, says another thing.
  if (search.q !== asked) {
    setAsked(search.q);
    setTyped(search.q ?? '');
  }
  useEffect(() => {
    const q = typed.trim() || undefined;
    if (q === search.q) return undefined;
    const timer = setTimeout(() => {
      setAsked(q);
      go({ ...search, q }, { replace: true });
    }, TYPED_FOR);
    return () => clearTimeout(timer);
  }, [typed, search, go]);
  return <input type="search" className={styles.find} value={typed} maxLength={100} placeholder={t.find} aria-label={t.find} onChange={({ target }) => setTyped(target.value)} />;
}

function Removable({ what, onRemove }: { what: string; onRemove: () => void }) {
  const t = useTexts(texts);
  return (
    <button type="button" className={styles.removable} onClick={onRemove} aria-label={t.remove(what)}>
      {what} <span aria-hidden="true">×</span>
    </button>
  );
}

function placeName({ level = 'overview', node = '', journey }: HandoffsSearch, names: CatalogueNames): string {
  try {
    const parts = parseNodeId(level, node);
    const where = parts.level === 'overview' ? names.journey(parts.journey) : journey === undefined ? parts.step : names.step(journey, parts.step);
    return `${where} · ${names.touchpoint(parts.touchpoint)}`;
  } catch {
    // An id from the address may be none: then it is shown as it is.
    return node;
  }
}
