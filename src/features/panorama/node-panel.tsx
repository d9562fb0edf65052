import { failureOf, nodeQuery } from '#api';
import type { NodeDepth } from '#contract';
import { parseNodeId } from '#model';
import { buttonClass, Difference, FailedToLoad, Loading, Rate, TrendChart, useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ComponentProps, useMemo } from 'react';
import { Breakdown } from './breakdown';
import { depthTexts } from './depth-texts';
import { DifferingGroups } from './differing-groups';
import { ENOUGH, handoffBase, interruptionsOf } from './figures';
import { Neighbours } from './neighbours';
import { NodeWork } from './node-work';
import { OutcomeFlow } from './outcome-flow';
import { PanelHead } from './panel-head';
import styles from './panel.module.css';
import { WhatIf } from './paths/what-if';
import { concerns } from './time-bar/concerns';
import { TotalButton } from './total-button';
import { compareOf, type Narrowing, sameFilter } from './url';
import { useInside } from './use-inside';
import { useView } from './view';

/** One place in depth. */
export function NodePanel({ id }: { id: string }) {
  const { place, search, names, answer } = useView();
  const t = useTexts(depthTexts);
  const filter = answer && sameFilter(answer.filter);
  const depth = useQuery({ ...nodeQuery(id, { level: place.level, ...filter, ...compareOf(search) }), enabled: answer !== undefined });
  const missing = depth.error && failureOf(depth.error).kind === 'missing';
  return (
    <div className={styles.panel}>
      <PanelHead title={names.node(place, id)}>
        <OpenJourney id={id} />
      </PanelHead>
      {missing ? <p className={styles.quiet}>{t.gone}</p> : depth.error && !depth.data ? <FailedToLoad failure={failureOf(depth.error)} onRetry={() => void depth.refetch()} /> : undefined}
      {depth.isPending && <Loading lines={8} />}
      {depth.data && <Depth depth={depth.data} />}
    </div>
  );
}

/** From a place of the overview into its journey. */
function OpenJourney({ id }: { id: string }) {
  const { place } = useView();
  const inside = useInside();
  const t = useTexts(depthTexts);
  if (place.level === 'journey') return undefined;
  let journey;
  try {
    const parts = parseNodeId('overview', id);
    journey = parts.level === 'overview' ? parts.journey : undefined;
  } catch {
    // An id from the address that is none leads nowhere.
  }
  if (!journey) return undefined;
  return (
    <Link to="/panorama/$journey" params={{ journey }} search={inside(journey)} className={buttonClass('plain')}>
      {t.openJourney} →
    </Link>
  );
}

function Depth({ depth }: { depth: NodeDepth }) {
  const { node, daily } = depth;
  const { place, time: { annotations } } = useView();
  const marks = useMemo(() => annotations.filter((annotation) => concerns(annotation, node)).map(({ day, text }) => ({ day, label: text })), [annotations, node]);
  const t = useTexts(depthTexts);
  const at: Narrowing = { node: node.id };
  const compared = useComparedDays(depth);
  const { shortDay } = useFormats();
  return (
    <>
      <Facts depth={depth} />
      <NodeWork node={node} />
      {daily.length > 1 && (
        <section aria-label={t.trend}>
          <h3>{t.trend}</h3>
          <TrendChart
            days={daily.map(({ day, mature, instances, interrupted }) => ({ day, mature, part: interrupted, whole: instances }))}
            words={{ rate: t.breakRate, part: t.interrupted, whole: t.instances }}
            marks={marks}
            compared={compared}
            height={170}
          />
          {compared && depth.comparison && <p className={styles.key}>{t.comparedLine(shortDay(depth.comparison.filter.from), shortDay(depth.comparison.filter.to))}</p>}
        </section>
      )}
      <OutcomeFlow node={node.id} outcomes={depth.outcomes} />
      <Breakdown byKind={node.byKind} byReason={node.byReason} byResolution={node.byResolution} at={at} />
      {place.level === 'journey' && interruptionsOf(node) > 0 && <WhatIf node={node.id} />}
      <DifferingGroups differences={depth.differences} />
      <Neighbours depth={depth} />
    </>
  );
}

/** The days of what the place is compared with, once they have come; where it had none there is nothing to draw. */
function useComparedDays({ node, daily, comparison }: NodeDepth): ComponentProps<typeof TrendChart>['compared'] {
  const { place, names, answer } = useView();
  const t = useTexts(depthTexts);
  const { data } = useQuery({ ...nodeQuery(node.id, { level: place.level, ...(comparison && sameFilter(comparison.filter)) }), enabled: comparison !== undefined && daily.length > 1 });
  return useMemo(() => {
    if (!comparison || !data) return undefined;
    const { organisation } = comparison.filter;
    const name = organisation !== undefined && organisation !== answer?.filter.organisation ? names.organisation(organisation) : t.comparison;
    return { name, days: data.daily.map(({ day, mature, instances, interrupted }) => ({ day, mature, part: interrupted, whole: instances })) };
  }, [comparison, data, answer, names, t]);
}

function Facts({ depth: { node, dwellMs, comparison } }: { depth: NodeDepth }) {
  const { exact, percent, duration } = useFormats();
  const t = useTexts(depthTexts);
  const { previous } = node;
  const at = { node: node.id };
  const base = handoffBase(node);
  const interruptions = interruptionsOf(node);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t.breakRate}</dt>
        <dd className={node.interrupted > 0 ? styles.bad : undefined}>
          <Rate part={node.interrupted} whole={node.instances} interval={node.rate} />
          <small>
            {t.of(exact(node.interrupted), exact(node.instances))}
            <br />
            {node.instances < ENOUGH ? t.few : t.interval(percent(node.rate.low), percent(node.rate.high))}
          </small>
        </dd>
      </div>
      <div>
        <dt>{t.unhanded}</dt>
        <dd className={node.unhanded > 0 ? styles.bad : undefined}>
          <TotalButton name={t.unhanded} count={node.unhanded} narrowing={{ ...at, list: 'interruptions', handling: 'unhanded' }} />
          <small>
            {t.handoffRate} <Rate part={node.withHandoff} whole={base} />
            {node.pending > 0 && (
              <>
                {' · '}
                {t.pending} <TotalButton name={t.pending} count={node.pending} narrowing={{ ...at, list: 'interruptions', handling: 'pending' }} />
              </>
            )}
          </small>
        </dd>
      </div>
      <div>
        <dt>{t.instances}</dt>
        <dd>
          <TotalButton name={t.instances} count={node.instances} narrowing={{ ...at, list: 'instances' }} />
          <small>
            {t.visits} <TotalButton name={t.visits} count={node.visits} narrowing={{ ...at, list: 'visits' }} />
          </small>
        </dd>
      </div>
      <div>
        <dt>{t.interruptions}</dt>
        <dd>
          <TotalButton name={t.interruptions} count={interruptions} narrowing={{ ...at, list: 'interruptions' }} />
          {dwellMs && (
            <small>
              {t.dwell} {duration(dwellMs.p50)}
              <br />
              {t.dwellLong(duration(dwellMs.p90))}
            </small>
          )}
        </dd>
      </div>
      {node.carriers && node.carriers.received > 0 && (
        <div>
          <dt>{t.success}</dt>
          <dd className={styles.teal}>
            <Rate part={node.carriers.succeeded} whole={node.carriers.received} />
            <small>
              {t.received} {exact(node.carriers.received)}
            </small>
          </dd>
        </div>
      )}
      {previous && (
        <div>
          <dt>{t.compared(percent(previous.rate.value), percent(previous.current.rate.value))}</dt>
          <dd className={previous.significant ? undefined : styles.calm}>
            <Difference value={previous.current.rate.value - previous.rate.value} significant={previous.significant} good="down" />
            {comparison?.withoutAbandonment && <small>{t.withoutAbandonment}</small>}
          </dd>
        </div>
      )}
    </dl>
  );
}
