import type { NodeDepth } from '#contract';
import { edgeId } from '#model';
import { defineTexts, useFormats, useTexts } from '#ui';
import { depthTexts } from './depth-texts';
import styles from './panel.module.css';
import { selectionParam, withSelection } from './url';
import { useView } from './view';

const texts = defineTexts({
  success: { zh: (rate: string) => `成 ${rate}`, en: (rate: string) => `${rate} ok` },
  wait: { zh: (time: string) => `等待 ${time}`, en: (time: string) => `${time} wait` },
  gap: { zh: (time: string) => `间隔 ${time}`, en: (time: string) => `${time} gap` },
  more: { zh: (n: number) => `其余 ${n} 条`, en: (n: number) => `${n} more` },
});

/** So many lines stand open; the rest is one click away. */
const OPEN = 5;

interface Line {
  id: string;
  name: string;
  detail: string;
  count: number;
  tone?: string | undefined;
}

/** The lines of a place as lists: the way to the edges for the keyboard. */
export function Neighbours({ depth }: { depth: NodeDepth }) {
  const { place, names } = useView();
  const { duration, percent } = useFormats();
  const t = useTexts(depthTexts);
  const own = useTexts(texts);
  const flow = (end: 'from' | 'to') => (one: NodeDepth['flowsIn'][number]): Line => ({
    id: edgeId({ kind: 'flow', from: one.from, to: one.to }),
    name: names.node(place, one[end]),
    detail: own.gap(duration(one.gapMs.p50)),
    count: one.count,
  });
  const handoff = (end: 'from' | 'to') => (one: NodeDepth['handoffsIn'][number]): Line => ({
    id: edgeId({ kind: one.carrier, from: one.from, to: one.to }),
    name: `${names.node(place, one[end])} · ${t[one.carrier]}`,
    detail: `${own.success(percent(one.succeeded / one.count))} · ${own.wait(duration(one.latencyMs.p50))}`,
    count: one.count,
    tone: styles.teal,
  });
  const lost = depth.node.byResolution.lost;
  const loss: Line[] = lost > 0 ? [{ id: edgeId({ kind: 'loss', from: depth.node.id }), name: t.lost, detail: '', count: lost, tone: styles.bad }] : [];
  return (
    <section aria-label={t.neighbours}>
      <Lines title={t.handedTo} lines={[...depth.handoffsOut.map(handoff('to')), ...loss]} />
      <Lines title={t.handedFrom} lines={depth.handoffsIn.map(handoff('from'))} />
      <Lines title={t.from} lines={depth.flowsIn.map(flow('from'))} />
      <Lines title={t.to} lines={depth.flowsOut.map(flow('to'))} />
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  const t = useTexts(texts);
  if (lines.length === 0) return undefined;
  const sorted = lines.toSorted((a, b) => b.count - a.count);
  const rest = sorted.slice(OPEN);
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.rows}>{sorted.slice(0, OPEN).map((line) => <LineRow key={line.id} line={line} />)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className={styles.quiet}>{t.more(rest.length)}</summary>
          <ul className={styles.rows}>{rest.map((line) => <LineRow key={line.id} line={line} />)}</ul>
        </details>
      )}
    </>
  );
}

function LineRow({ line }: { line: Line }) {
  const { search, go } = useView();
  const { exact } = useFormats();
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => go(withSelection(search, selectionParam(line.id)))}>
        <span className={line.tone}>{line.name}</span>
        <span className={styles.number}>{exact(line.count)}</span>
        {line.detail && <span className={styles.sub}>{line.detail}</span>}
      </button>
    </li>
  );
}
