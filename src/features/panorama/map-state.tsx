import { failureOf } from '#api';
import { Button, buttonClass, Empty, FailedToLoad, useFormats, useTexts } from '#ui';
import { toData } from '#src/routes';
import { Link } from '@tanstack/react-router';
import { use } from 'react';
import styles from './map-page.module.css';
import { pageTexts } from './page-texts';
import { extentOf, type MapData } from './use-map';
import { ViewContext } from './view';

/** What stands over the map when it has no numbers: why, and what to do next. */
export function MapState({ data }: { data: MapData }) {
  const { catalogue, map, answer } = data;
  const failed = catalogue.isError && !catalogue.data ? catalogue : map.isError && !answer ? map : undefined;
  if (failed) {
    return (
      <div className={styles.state}>
        <FailedToLoad failure={failureOf(failed.error)} onRetry={() => void failed.refetch()} />
      </div>
    );
  }
  if (map.data?.balance.entered === 0 && !map.isPlaceholderData) {
    return (
      <div className={styles.state}>
        <NoJourneys data={data} />
      </div>
    );
  }
  return undefined;
}

function NoJourneys({ data: { status } }: { data: MapData }) {
  const view = use(ViewContext);
  const { day } = useFormats();
  const t = useTexts(pageTexts);
  if (!view || !status.data) return undefined;
  const { search, go, place } = view;
  const { firstDay, lastDay } = extentOf(status.data, place) ?? {};
  if (firstDay === undefined || lastDay === undefined) {
    return (
      <Empty title={t.noData} actions={<Link {...toData()} className={buttonClass('primary')}>{t.goToData}</Link>}>
        <p>{t.noDataNext}</p>
      </Empty>
    );
  }
  const narrowed = search.organisation !== undefined || search.segment !== undefined;
  return (
    <Empty
      title={t.empty}
      actions={
        <>
          <Button look="primary" onClick={() => go({ ...search, period: undefined, from: undefined, to: undefined })}>
            {t.showNewest}
          </Button>
          {narrowed && <Button onClick={() => go({ ...search, organisation: undefined, segment: undefined })}>{t.clearFilter}</Button>}
        </>
      }
    >
      <p>{t.emptyBut(day(firstDay), day(lastDay))}</p>
      {narrowed && <p>{t.emptyFilter}</p>}
    </Empty>
  );
}
