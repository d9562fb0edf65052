import type { PanoramaNode } from '#contract';
import { toHandoffs } from '#src/routes';
import { defineTexts, Tag, useFormats, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import styles from './panel.module.css';
import { useView } from './view';

const texts = defineTexts({
  title: { zh: (n: string) => `待办接续任务 ${n}`, en: (n: string) => `Open handoff tasks: ${n}` },
  overdue: { zh: (n: string) => `超时 ${n}`, en: (n: string) => `${n} overdue` },
  rest: { zh: (places: number, n: string) => `其余 ${places} 处 ${n}`, en: (places: number, n: string) => `${n} at ${places} other ${places === 1 ? 'place' : 'places'}` },
});

/** So many places are named; the work list has them all. */
const NAMED = 3;

const sum = (nodes: readonly PanoramaNode[], of: 'open' | 'overdue'): number => nodes.reduce((total, { tasks }) => total + tasks[of], 0);

/** Customers that somebody is about to pick up: where most of that is late, each place with its work list. */
export function OpenTasks() {
  const { place, names, answer } = useView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const waiting = answer?.nodes.filter(({ tasks }) => tasks.open > 0).toSorted((a, b) => b.tasks.overdue - a.tasks.overdue || b.tasks.open - a.tasks.open) ?? [];
  if (waiting.length === 0) return undefined;
  const overdue = sum(waiting, 'overdue');
  const at = (node: string) => (place.level === 'overview' ? { level: place.level, node } : { level: place.level, node, journey: place.journey });
  const rest = waiting.slice(NAMED);
  return (
    <section aria-labelledby="open-tasks">
      <h3 id="open-tasks">
        {t.title(exact(sum(waiting, 'open')))} {overdue > 0 && <Tag tone="break">! {t.overdue(exact(overdue))}</Tag>}
      </h3>
      <ul className={styles.rows}>
        {waiting.slice(0, NAMED).map(({ id, tasks }) => (
          <li key={id} className={styles.row}>
            <Link {...toHandoffs(at(id))}>{names.node(place, id)}</Link>
            <span>
              <b>{exact(tasks.open)}</b> {tasks.overdue > 0 && <span className={styles.bad}>{t.overdue(exact(tasks.overdue))}</span>}
            </span>
          </li>
        ))}
        {rest.length > 0 && <li className={styles.row}>{t.rest(rest.length, exact(sum(rest, 'open')))}</li>}
      </ul>
    </section>
  );
}
