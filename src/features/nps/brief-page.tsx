import { annotationsQuery, catalogueQuery, failureOf, npsDriversQuery, npsQuery, panoramaQuery, statusQuery } from '#api';
import { toNps } from '#src/routes';
import { Button, buttonClass, catalogueNames, defineTexts, Empty, FailedToLoad, Loading, PageHeader, useLanguage, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { BriefBar } from './brief-bar';
import styles from './brief-page.module.css';
import { briefPeriod, monthOf, upToToday } from './brief-period';
import { BriefSheet } from './brief-sheet';
import type { NpsView } from './view';
import { NpsContext } from './view';

const texts = defineTexts({
  title: { zh: '净推荐值简报', en: 'NPS brief' },
  back: { zh: '← 净推荐值', en: '← NPS' },
  print: { zh: '打印 / 存为 PDF', en: 'Print or save as PDF' },
  none: { zh: '这一期没有评价', en: 'No ratings in this period' },
  noneNext: { zh: '换一个期间或机构。', en: 'Choose another period or office.' },
});

/** 简报: one page for print about one period of one office. The same address gives the same brief. */
export function BriefPage() {
  const search = useSearch({ from: '/nps/brief' });
  const t = useTexts(texts);
  const language = useLanguage();
  const navigate = useNavigate();
  const catalogue = useQuery(catalogueQuery());
  const status = useQuery(statusQuery());
  const newest = status.data?.data.lastDay ?? status.data?.today;
  const { programme, organisation } = search;
  const id = search.period ?? (newest && monthOf(newest));
  // A brief of today is the brief of today when it is opened next year.
  useEffect(() => {
    if (search.period === undefined && id !== undefined) void navigate({ to: '/nps/brief', search: { ...search, period: id }, replace: true });
  }, [search, id, navigate]);
  const today = status.data?.today;
  const period = useMemo(() => (id === undefined || today === undefined ? undefined : upToToday(briefPeriod(id), today)), [id, today]);
  const enabled = period !== undefined;
  const question = { ...(programme && { programme }), ...(organisation && { organisation }), by: period?.by, from: period?.trendFrom, to: period?.to };
  const given = Object.fromEntries(Object.entries(question).filter(([, one]) => one !== undefined));
  const trends = useQuery({ ...npsQuery({ ...given, group: 'journey' }), enabled });
  const drivers = useQuery({ ...npsDriversQuery(given), enabled });
  const map = useQuery({ ...panoramaQuery({ level: 'overview', ...(period && { from: period.from, to: period.to }), ...(organisation && { organisation }) }), enabled });
  const annotations = useQuery({ ...annotationsQuery({ source: 'written', ...(period && { from: period.trendFrom, to: period.to }) }), enabled }).data?.items;
  const view = useMemo((): NpsView | undefined => {
    if (!catalogue.data) return undefined;
    return {
      search: { ...(programme && { programme }), ...(organisation && { organisation }) },
      go: (next) => void navigate({ to: '/nps', search: next }),
      catalogue: catalogue.data,
      names: catalogueNames(catalogue.data, language),
      zone: catalogue.data.zone,
      against: 'yearStart',
      trends,
      drivers,
      annotations: annotations ?? NONE,
      paper: true,
    };
  }, [catalogue.data, language, programme, organisation, trends, drivers, annotations, navigate]);
  const failed = [catalogue, status, trends, drivers, map].find(({ isError, data }) => isError && data === undefined);
  const ready = view && period && trends.data && drivers.data && map.data && !trends.isPlaceholderData && !drivers.isPlaceholderData && !map.isPlaceholderData ? { view, period, trends: trends.data, drivers: drivers.data, map: map.data } : undefined;
  return (
    <>
      <div className={styles.screen}>
        <PageHeader
          title={t.title}
          before={
            <Link {...toNps({ ...(programme === 'relational' && { programme }) })} className={buttonClass('quiet')}>
              {t.back}
            </Link>
          }
        >
          {view && period && <BriefBar view={view} search={search} period={period} newest={newest} />}
          <Button look="primary" disabled={!ready} onClick={() => window.print()}>
            {t.print}
          </Button>
        </PageHeader>
      </div>
      {failed ? (
        <FailedToLoad failure={failureOf(failed.error)} onRetry={() => void failed.refetch()} />
      ) : ready === undefined ? (
        <div className={styles.wait}>
          <Loading lines={12} />
        </div>
      ) : ready.trends.all.current.n === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneNext}</p>
        </Empty>
      ) : (
        <NpsContext value={ready.view}>
          <BriefSheet trends={ready.trends} drivers={ready.drivers} map={ready.map} period={ready.period} isDemo={status.data?.demo ?? false} />
        </NpsContext>
      )}
    </>
  );
}

const NONE: never[] = [];
