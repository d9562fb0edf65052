import type { PanoramaNode } from '#contract';
import { Legend } from '#graph';
import { OPEN_TICKET_STATES } from '#model';
import { Button, defineTexts, Difference, Loading, kindWords, Tag, ticketStateWords, useFormats, useTexts } from '#ui';
import { lazy, Suspense, useState } from 'react';
import { handoffBase, interruptionsOf, mainCause } from './figures';
import { legendOf, legendTexts } from './legend-texts';
import styles from './panel.module.css';
import { staysInFront } from './only';
import { OpenTasks } from './open-tasks';
import { PathsSection } from './paths/paths-section';
import { rankUnhanded } from './ranking';
import { type GraphView, RANKED } from './to-graph';
import { selectionParam, withSelection } from './url';
import { useView } from './view';
import { isUnclaimed, openTickets, recurredTickets } from './work';

const RegisterDialog = lazy(async () => ({ default: (await import('./register-dialog')).RegisterDialog }));

const texts = defineTexts({
  title: { zh: '哪里在流失、又没人管？', en: 'Where are customers lost, and nobody picks up?' },
  by: { zh: '按未接续的中断次数：既未自行恢复，也没有人接续', en: 'By breaks that neither recovered nor were picked up' },
  cause: { zh: (name: string, share: string) => `${name} ${share}`, en: (name: string, share: string) => `${name} ${share}` },
  rate: { zh: (rate: string, broken: string, all: string) => `中断 ${rate}（${broken} / ${all}）`, en: (rate: string, broken: string, all: string) => `${rate} break (${broken} of ${all})` },
  openTasks: { zh: (n: string) => `待办接续 ${n}`, en: (n: string) => `${n} open tasks` },
  handoffRate: { zh: (rate: string) => `接续率 ${rate}`, en: (rate: string) => `${rate} handed over` },
  unhanded: { zh: '未接续', en: 'Missed' },
  rest: { zh: (places: number, count: string) => `其余 ${places} 处，共未接续 ${count}`, en: (places: number, count: string) => `${places} more ${places === 1 ? 'place' : 'places'}, ${count} missed` },
  less: { zh: '收起', en: 'Show fewer' },
  worst: { zh: (name: string, count: string) => `没有工单的地方里最多：${name}，未接续 ${count}`, en: (name: string, count: string) => `Most of all places without a ticket: ${name}, ${count} missed` },
  register: { zh: '登记整改工单', en: 'Register a ticket' },
  failed: { zh: '没有取到数字，地图上有原因，可以重试。', en: 'No numbers have come: the map says why, and lets you try again.' },
  nothing: { zh: '这段时间里没有未接续的中断。', en: 'Every break in this period recovered or was picked up.' },
  nothingInFront: { zh: '“只看”的条件下没有未接续的中断；其余地方在地图上淡显。', en: 'Nothing missed where the map is narrowed to; the other places are dimmed on it.' },
  changes: { zh: '较对比期显著变化', en: 'Significant changes against the comparison' },
  breakRate: { zh: '中断率', en: 'break rate' },
  worse: { zh: (n: string) => `多中断 ${n} 个旅程`, en: (n: string) => `${n} more journeys broken` },
  better: { zh: (n: string) => `少中断 ${n} 个旅程`, en: (n: string) => `${n} fewer journeys broken` },
  moreChanges: { zh: (n: number) => `还有 ${n} 处显著变化`, en: (n: number) => `${n} more significant changes` },
  unchanged: { zh: (n: number) => `其余 ${n} 处`, en: (n: number) => `${n} other ${n === 1 ? 'place' : 'places'}` },
  allUnchanged: { zh: (n: number) => `全部 ${n} 处`, en: (n: number) => `All ${n} places` },
  noDifference: { zh: '无显著差异', en: 'no significant change' },
  other: { zh: '其他', en: 'Other' },
  otherPlaces: {
    zh: (n: string, instances: string, breaks: string) => `地图容不下的 ${n} 处：${instances} 次旅程，${breaks} 次中断`,
    en: (n: string, instances: string, breaks: string) => `${n} places that do not fit the map: ${instances} journeys, ${breaks} breaks`,
  },
  openOther: { zh: '全部画出', en: 'Draw them all' },
  group: { zh: '最少的重新归为其他', en: 'Group the rarest again' },
  otherFlows: { zh: (n: string, count: string) => `未画出的小流转 ${n} 条，共 ${count} 次；表格里都有`, en: (n: string, count: string) => `${n} small flows not drawn, ${count} times in all; the table has them` },
  nobody: { zh: '无人认领', en: 'Unclaimed' },
  open: { zh: (n: string) => `未销号 ${n}`, en: (n: string) => `${n} open` },
  table: { zh: '表格视图', en: 'Table view' },
  map: { zh: '地图视图', en: 'Map view' },
});

/** How many places the ranking names before the rest is counted: on a phone, where it is the page, more. */
const NAMED = { beside: RANKED, alone: 12 };

/** What the panel says before anything is selected: the worst places nobody is mending, what changed, what the marks mean. */
export function SummaryPanel({ graph, isAlone, onCopy, copied }: { graph: GraphView | undefined; isAlone: boolean; onCopy: () => void; copied: string }) {
  const { place, search, go, answer } = useView();
  const t = useTexts(texts);
  const legend = legendOf({ place, search, answer }, graph, useTexts(legendTexts), useFormats());
  const isTable = search.view === 'table';
  return (
    <div className={styles.panel}>
      <Ranking isAlone={isAlone} />
      {place.level === 'journey' && <PathsSection journey={place.journey} />}
      <Changes />
      <OpenTasks />
      <Other graph={graph} />
      <Legend texts={legend} />
      <div className={styles.actions}>
        {!isAlone && (
          <Button look="primary" onClick={() => go({ ...search, view: isTable ? undefined : 'table' })} aria-keyshortcuts="t">
            {isTable ? t.map : t.table} <kbd>T</kbd>
          </Button>
        )}
        <Button onClick={onCopy}>{copied}</Button>
      </div>
    </div>
  );
}

/** The worst places; `isAlone`, without the map beside it, with what the map would say of each. */
function Ranking({ isAlone }: { isAlone: boolean }) {
  const { place, search, go, names, answer, isFailed } = useView();
  const { exact, percent } = useFormats();
  const t = useTexts(texts);
  const kinds = useTexts(kindWords);
  const [all, setAll] = useState(false);
  const ranked = answer && rankUnhanded(answer.nodes.filter((node) => staysInFront(node, search.only)));
  const named = isAlone ? NAMED.alone : NAMED.beside;
  const shown = ranked?.slice(0, all ? undefined : named) ?? [];
  const rest = ranked?.slice(named) ?? [];
  return (
    <section aria-labelledby="ranking">
      <div className={styles.head}>
        <h2 id="ranking">{t.title}</h2>
        <p>{t.by}</p>
      </div>
      {!ranked && (isFailed ? <p className={styles.quiet}>{t.failed}</p> : <Loading lines={5} />)}
      {ranked?.length === 0 && answer && answer.balance.entered > 0 && <p className={styles.quiet}>{search.only ? t.nothingInFront : t.nothing}</p>}
      <ol className={styles.rows}>
        {shown.map((node, index) => {
          const cause = mainCause(node);
          const base = handoffBase(node);
          const causeName = cause && ('reason' in cause ? names.reason(cause.reason) : kinds[cause.kind]);
          const parts = [
            isAlone && t.rate(percent(node.rate.value), exact(node.interrupted), exact(node.instances)),
            isAlone && node.tasks.open > 0 && t.openTasks(exact(node.tasks.open)),
            cause && causeName && t.cause(causeName, percent(cause.count / interruptionsOf(node))),
            base > 0 && t.handoffRate(percent(node.withHandoff / base)),
          ];
          return (
            <li key={node.id}>
              <button type="button" className={styles.row} onClick={() => go(withSelection(search, selectionParam(node.id)))}>
                <strong>
                  <span className={index < RANKED ? styles.rank : styles.place}>{index + 1}</span> {names.node(place, node.id)}
                </strong>
                <span className={`${styles.number} ${styles.bad}`} title={t.unhanded}>
                  {exact(node.unhanded)}
                </span>
                <span className={styles.sub}>{parts.filter(Boolean).join(' · ')}</span>
                <span className={styles.aside}>
                  <Work node={node} />
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {rest.length > 0 && (
        <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.less : t.rest(rest.length, exact(rest.reduce((sum, node) => sum + node.unhanded, 0)))}
        </Button>
      )}
      {ranked && <Nobody ranked={ranked} />}
    </section>
  );
}

/** The worst place that no ticket mends, and a ticket for it. */
function Nobody({ ranked }: { ranked: readonly PanoramaNode[] }) {
  const { place, names } = useView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const [registering, setRegistering] = useState<PanoramaNode>();
  const worst = ranked.find((node) => openTickets(node) === 0);
  return (
    <>
      {worst && (
        <div className={styles.worst}>
          <p>{t.worst(names.node(place, worst.id), exact(worst.unhanded))}</p>
          <Button onClick={() => setRegistering(worst)}>{t.register}</Button>
        </div>
      )}
      {registering && (
        <Suspense>
          <RegisterDialog at={registering} onClose={() => setRegistering(undefined)} />
        </Suspense>
      )}
    </>
  );
}

/** Who has taken a place on: its tickets by state, or nobody. */
function Work({ node }: { node: PanoramaNode }) {
  const { exact } = useFormats();
  const t = useTexts(texts);
  const words = useTexts(ticketStateWords);
  const recurred = recurredTickets(node);
  const states = OPEN_TICKET_STATES.filter((state) => (node.tickets[state] ?? 0) > 0);
  const [only, ...others] = states;
  if (recurred > 0) return <Tag tone="break">⟲ {words.recurred} {exact(recurred)}</Tag>;
  if (only === undefined) return isUnclaimed(node) ? <Tag tone="break">{t.nobody}</Tag> : t.unhanded;
  const count = openTickets(node);
  const all = states.map((state) => `${words[state]} ${exact(node.tickets[state] ?? 0)}`).join(', ');
  return <Tag tone="ticket" title={all}>{others.length === 0 ? `${words[only]} ${exact(count)}` : t.open(exact(count))}</Tag>;
}

function Changes() {
  const { place, search, go, names, answer } = useView();
  const { percent, exact } = useFormats();
  const t = useTexts(texts);
  const [all, setAll] = useState(false);
  if (!answer?.comparison || answer.comparison.compared === 0) return undefined;
  const { compared, changes } = answer.comparison;
  const shown = changes.slice(0, all ? undefined : NAMED.beside);
  const unchanged = compared - changes.length;
  return (
    <section aria-labelledby="changes">
      <h3 id="changes">{t.changes}</h3>
      <ul className={styles.rows}>
        {shown.map(({ id, direction, excess, previous }) => (
          <li key={id}>
            <button type="button" className={styles.row} onClick={() => go(withSelection(search, selectionParam(id)))}>
              <span>
                {names.node(place, id)} {t.breakRate}
              </span>
              <Difference value={previous.current.rate.value - previous.rate.value} significant good="down" />
              <span className={styles.sub}>
                {percent(previous.rate.value)} → {percent(previous.current.rate.value)} · {t[direction](exact(Math.round(Math.abs(excess))))}
              </span>
            </button>
          </li>
        ))}
        {changes.length > NAMED.beside && (
          <li>
            <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t.less : t.moreChanges(changes.length - NAMED.beside)}
            </Button>
          </li>
        )}
        {unchanged > 0 && (
          <li className={styles.row}>
            <span>{changes.length > 0 ? t.unchanged(unchanged) : t.allUnchanged(unchanged)}</span>
            <span className={styles.aside}>{t.noDifference}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

/** What the picture leaves out, counted: nothing is silently cut. */
function Other({ graph }: { graph: GraphView | undefined }) {
  const { answer, search, go } = useView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const other = answer?.other;
  const left = graph?.left;
  const opened = search.nodes === 'all';
  if (!other && !left?.flows && !opened) return undefined;
  return (
    <section aria-labelledby="other">
      <h3 id="other">{t.other}</h3>
      {other && <p className={styles.quiet}>{t.otherPlaces(exact(other.nodes), exact(other.instances), exact(other.interruptions))}</p>}
      {(other || opened) && <Button onClick={() => go({ ...search, nodes: opened ? undefined : 'all' })}>{opened ? t.group : t.openOther}</Button>}
      {left && left.flows > 0 && <p className={styles.quiet}>{t.otherFlows(exact(left.flows), exact(left.count))}</p>}
    </section>
  );
}
