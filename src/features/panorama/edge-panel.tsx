import { edgeQuery, failureOf } from '#api';
import type { EdgeDepth } from '#contract';
import { FailedToLoad, Loading, Rate, Tag, TrendChart, useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Breakdown } from './breakdown';
import { DailyCount } from './daily-count';
import { depthTexts } from './depth-texts';
import { PanelHead } from './panel-head';
import styles from './panel.module.css';
import { TotalButton } from './total-button';
import { sameFilter } from './url';
import { useView } from './view';

const TONES = { flow: 'neutral', handoff: 'handoff', detour: 'mild', loss: 'break' } as const;

/** One flow, handoff, detour or loss in depth. */
export function EdgePanel({ id }: { id: string }) {
  const { place, names, answer } = useView();
  const t = useTexts(depthTexts);
  const filter = answer && sameFilter(answer.filter);
  const depth = useQuery({ ...edgeQuery(id, { level: place.level, ...filter }), enabled: answer !== undefined });
  const kind = (['flow', 'handoff', 'detour', 'loss'] as const).find((one) => id.startsWith(`${one}:`));
  const missing = depth.error && failureOf(depth.error).kind === 'missing';
  return (
    <div className={styles.panel}>
      <PanelHead title={names.edge(place, id)} note={kind && <Tag tone={TONES[kind]}>{t[kind]}</Tag>} />
      {missing ? <p className={styles.quiet}>{t.gone}</p> : depth.error && !depth.data ? <FailedToLoad failure={failureOf(depth.error)} onRetry={() => void depth.refetch()} /> : undefined}
      {depth.isPending && <Loading lines={6} />}
      {depth.data && <Depth depth={depth.data} />}
    </div>
  );
}

function Depth({ depth }: { depth: EdgeDepth }) {
  const { exact, duration } = useFormats();
  const t = useTexts(depthTexts);
  const { id, kind, count, instances, succeeded, timeMs, realtime, daily, byKind, byReason, byResolution } = depth;
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t.times}</dt>
          <dd>
            <TotalButton name={t.times} count={count} narrowing={{ edge: id, list: kind === 'flow' ? 'visits' : 'interruptions' }} />
            <small>
              {t.instances} <TotalButton name={t.instances} count={instances} narrowing={{ edge: id, list: 'instances' }} />
            </small>
          </dd>
        </div>
        {succeeded !== undefined && (
          <div>
            <dt>{t.success}</dt>
            <dd className={styles.teal}>
              <Rate part={succeeded} whole={count} />
              <small>{t.of(exact(succeeded), exact(count))}</small>
            </dd>
          </div>
        )}
        {timeMs && (
          <div>
            <dt>{kind === 'flow' ? t.gap : t.wait}</dt>
            <dd>
              {duration(timeMs.p50)}
              <small>{t.dwellLong(duration(timeMs.p90))}</small>
            </dd>
          </div>
        )}
        {realtime !== undefined && (
          <div>
            <dt>{t.realtime}</dt>
            <dd>
              <Rate part={realtime} whole={count} />
              <small>{t.of(exact(realtime), exact(count))}</small>
            </dd>
          </div>
        )}
      </dl>
      {daily.length > 1 &&
        (succeeded === undefined ? (
          <DailyCount days={daily} />
        ) : (
          <section aria-label={t.success}>
            <h3>{t.success}</h3>
            <TrendChart
              days={daily.map((day) => ({ day: day.day, mature: day.mature, part: day.succeeded ?? 0, whole: day.count }))}
              words={{ rate: t.success, part: t.success, whole: t.times }}
              tone="handoff"
              height={170}
            />
          </section>
        ))}
      {byKind && byReason && byResolution && <Breakdown byKind={byKind} byReason={byReason} byResolution={byResolution} at={{ edge: id }} />}
    </>
  );
}
