import { ApiError, failureOf } from '#api';
import type { NpsAnswer } from '#contract';
import { toBrief, toData } from '#src/routes';
import { ViewsMenu } from '#src/views/index';
import { Button, buttonClass, defineTexts, Empty, FailedToLoad, Loading, PageHeader, Stale, useFormats, useSlow, useTexts } from '#ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { ContributionsCard } from './contributions-card';
import { CorrelationCard } from './correlation-card';
import { ExperienceCard } from './experience-card';
import { FilterBar, Switches } from './filter-bar';
import { Headline } from './headline';
import { JourneysCard } from './journeys-card';
import styles from './nps-page.module.css';
import { type NpsSearch, npsSearch } from './search';
import { focusOf } from './series';
import { TicketsCard } from './tickets-card';
import { TrendCard } from './trend-card';
import { isNarrowed, withoutFilter, worthSaving } from './url';
import { useNpsView } from './use-nps-view';
import { NpsContext, useNps } from './view';

const texts = defineTexts({
  title: { zh: '净推荐值', en: 'NPS' },
  brief: { zh: '打印简报', en: 'Print the brief' },
  keeps: { zh: '保存口径、时间、对比、筛选和放大的那条线，以后一次点开。', en: 'Keeps programme, period, comparison, filters and the series in front for later.' },
  stale: { zh: (at: string) => `没能更新，这是 ${at} 的数据。`, en: (at: string) => `Could not be updated; this is as of ${at}.` },
  slow: { zh: '数据较多，还在计算…', en: 'A lot of data; still counting…' },
  updating: { zh: '更新中…', en: 'Updating…' },
  none: { zh: '还没有评价', en: 'No ratings yet' },
  noneNext: { zh: '净推荐值由客户评价算出：把评价的 CSV 或 Excel 拖到数据接入，或用接口 POST /api/v1/ratings 上报。有了评价，这里会自己出现。', en: 'NPS is made of customers’ ratings: drop a CSV or Excel file of them on Data, or send them to POST /api/v1/ratings. They appear here by themselves.' },
  goToData: { zh: '去数据接入', en: 'Go to data' },
  empty: { zh: '所选范围内没有评价', en: 'No ratings in what is selected' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  usual: { zh: '看最近 36 个月', en: 'Show the last 36 months' },
  unknown: { zh: '地址里有目录不认识的名字', en: 'The address has a name that the catalogue does not know' },
  unknownWhy: {
    zh: (names: string) => `${names}：可能已经改名，或链接来自另一套数据。`,
    en: (names: string) => `${names}: it may have been renamed, or the link comes from other data.`,
  },
  named: { zh: (what: string, id: string) => `${what}“${id}”`, en: (what: string, id: string) => `${what} “${id}”` },
  journey: { zh: '旅程', en: 'Journey' },
  touchpoint: { zh: '触点', en: 'Touchpoint' },
  organisation: { zh: '机构', en: 'Office' },
  segment: { zh: '客群', en: 'Segment' },
  comma: { zh: '、', en: ', ' },
  unreadable: { zh: '地址里的日期读不懂', en: 'The days in the address cannot be read' },
  unreadableWhy: { zh: '起止日期颠倒，或跨度超过可画的期数。', en: 'They are the wrong way round, or longer than can be drawn.' },
  other: { zh: '看交易型评价', en: 'Show transactional ratings' },
});

const PeriodDialog = lazy(async () => ({ default: (await import('./period-dialog')).PeriodDialog }));

/** 净推荐值: how it is, whether the change is real, what moved it. */
export function NpsPage() {
  const search = useSearch({ from: '/nps' });
  const t = useTexts(texts);
  const { view, error, retry } = useNpsView(search);
  if (!view) {
    return (
      <>
        <PageHeader title={t.title} />
        <div className={styles.wait}>{error ? <FailedToLoad failure={failureOf(error)} onRetry={retry} /> : <Loading lines={8} />}</div>
      </>
    );
  }
  return (
    <NpsContext value={view}>
      <Page />
    </NpsContext>
  );
}

function Page() {
  const { search, go, trends, drivers, zone } = useNps();
  const t = useTexts(texts);
  const { dateTime } = useFormats();
  const slow = useSlow(trends.isFetching || drivers.isFetching);
  const busy = (trends.isFetching && trends.data) || (drivers.isFetching && drivers.data);
  const failed = (trends.isError && trends.data) || (drivers.isError && drivers.data);
  const unknown = trends.error instanceof ApiError && trends.error.code === 'invalid-input';
  const retry = () => void Promise.all([trends.refetch(), drivers.refetch()]);
  return (
    <>
      <PageHeader
        title={t.title}
        below={
          <div className={styles.second}>
            <Switches />
            {busy && <span className={styles.busy}>{slow ? t.slow : t.updating}</span>}
            <span className={styles.gap} />
            <Views search={search} go={go} />
            <Link {...toBrief(briefOf(search, trends.data?.periods.at(-1)?.id))} className={buttonClass()}>
              {t.brief}
            </Link>
          </div>
        }
      >
        <FilterBar />
      </PageHeader>
      {failed && trends.data && <Stale onRetry={retry}>{t.stale(dateTime(trends.data.asOf, zone))}</Stale>}
      {unknown && !trends.data ? (
        <Unknown />
      ) : trends.data?.all.total.n === 0 && !trends.isPlaceholderData ? (
        <Nothing />
      ) : (
        <div className={styles.page}>
          <Part className={styles.wide} query={trends} lines={3} slow={slow}>
            {(answer) => <Headline answer={answer} series={focusOf(answer, search.focus)} />}
          </Part>
          <Part className={styles.chart} query={trends} lines={9} slow={slow}>
            {(answer) => <TrendCard answer={answer} series={focusOf(answer, search.focus)} />}
          </Part>
          <Part className={styles.chart} query={drivers} lines={9} slow={slow}>
            {({ contributions }) => <ContributionsCard contributions={contributions} />}
          </Part>
          <Part className={styles.chart} query={trends} lines={9} slow={slow}>
            {(answer) => <JourneysCard answer={answer} series={focusOf(answer, search.focus)} />}
          </Part>
          <Part className={styles.chart} query={drivers} lines={9} slow={slow}>
            {({ experience }) => <ExperienceCard experience={experience} />}
          </Part>
          <Part className={styles.lower} query={trends} lines={6} slow={slow}>
            {(answer) => <TicketsCard answer={answer} series={focusOf(answer, search.focus)} />}
          </Part>
          <Part className={styles.lower} query={drivers} lines={6} slow={slow}>
            {({ correlations }) => <CorrelationCard correlations={correlations} />}
          </Part>
        </div>
      )}
      {trends.data && search.point !== undefined && (
        <Suspense>
          <PeriodDialog answer={trends.data} series={focusOf(trends.data, search.focus)} id={search.point} />
        </Suspense>
      )}
    </>
  );
}

/** A part of the page in its place from the start: waiting, failed by itself, or there. */
function Part<Answer>({ query, lines, slow, className, children }: { query: UseQueryResult<Answer>; lines: number; slow: boolean; className: string | undefined; children: (answer: Answer) => ReactNode }) {
  const t = useTexts(texts);
  return (
    <div className={className} aria-busy={query.isFetching}>
      {query.data !== undefined ? (
        children(query.data)
      ) : (
        <div className={styles.waiting}>
          {query.isError ? (
            <FailedToLoad failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
          ) : (
            <>
              <Loading lines={lines} />
              {slow && <p>{t.slow}</p>}
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** An address that asks for what is not there: said once, with a way back. */
function Unknown() {
  const { search, go, catalogue } = useNps();
  const t = useTexts(texts);
  const isThere = (items: readonly { id: string }[], id: string) => items.some((one) => one.id === id);
  const { journey = [], touchpoint = [], organisation, segment } = search;
  const names = [
    ...journey.filter((id) => !isThere(catalogue.journeys, id)).map((id) => t.named(t.journey, id)),
    ...touchpoint.filter((id) => !isThere(catalogue.touchpoints, id)).map((id) => t.named(t.touchpoint, id)),
    ...(organisation !== undefined && !isThere(catalogue.organisations, organisation) ? [t.named(t.organisation, organisation)] : []),
    ...(segment !== undefined && !isThere(catalogue.segments, segment) ? [t.named(t.segment, segment)] : []),
  ];
  const usual = { ...withoutFilter(search), span: undefined, from: undefined, to: undefined, against: undefined, compareFrom: undefined, compareTo: undefined };
  return (
    <Empty
      title={names.length > 0 ? t.unknown : t.unreadable}
      actions={names.length > 0 ? <Button look="primary" onClick={() => go(withoutFilter(search), { replace: true })}>{t.clear}</Button> : <Button look="primary" onClick={() => go(usual, { replace: true })}>{t.usual}</Button>}
    >
      <p role="alert">{names.length > 0 ? t.unknownWhy(names.join(t.comma)) : t.unreadableWhy}</p>
    </Empty>
  );
}

function Nothing() {
  const { search, go, trends } = useNps();
  const t = useTexts(texts);
  const hasDays = search.from !== undefined || search.span !== undefined;
  if (!isNarrowed(search) && !hasDays && search.programme !== 'relational') {
    return (
      <Empty title={t.none} actions={<Link {...toData()} className={buttonClass('primary')}>{t.goToData}</Link>}>
        <p>{t.noneNext}</p>
      </Empty>
    );
  }
  return (
    <Empty
      title={t.empty}
      actions={
        <>
          {isNarrowed(search) && <Button onClick={() => go(withoutFilter(search))}>{t.clear}</Button>}
          {hasDays && <Button onClick={() => go({ ...search, span: undefined, from: undefined, to: undefined })}>{t.usual}</Button>}
          {search.programme === 'relational' && <Button onClick={() => go({ ...search, programme: undefined })}>{t.other}</Button>}
        </>
      }
    >
      <p>{trends.data && rangeOf(trends.data)}</p>
    </Empty>
  );
}

/** The brief of what is on screen: of its last period, where that is a month or quarter. */
const briefOf = ({ programme, organisation }: NpsSearch, period: string | undefined) => ({
  ...(programme === 'relational' && { programme }),
  ...(organisation && { organisation }),
  ...(period !== undefined && /^\d{4}-(\d{2}|Q\d)$/.test(period) && { period }),
});

const rangeOf = ({ filter: { from, to } }: NpsAnswer): string => `${from} → ${to}`;

function Views({ search, go }: { search: NpsSearch; go: (search: NpsSearch) => void }) {
  const t = useTexts(texts);
  return <ViewsMenu page="nps" search={search} read={(one) => worthSaving(npsSearch(one))} go={go} keeps={t.keeps} />;
}
