import { catalogueQuery } from '#api';
import { journeyId } from '#model';
import { buttonClass, Empty, PageHeader, useLocalize, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import styles from './journey-page.module.css';
import { MapPage } from './map-page';
import { pageTexts } from './page-texts';
import { acrossLevels, type Place } from './url';

/** 旅程: the steps of one journey on every touchpoint. */
export function JourneyPage() {
  const params = useParams({ from: '/panorama/$journey' });
  const search = useSearch({ from: '/panorama/$journey' });
  const localize = useLocalize();
  const t = useTexts(pageTexts);
  const catalogue = useQuery(catalogueQuery()).data;
  const place = useMemo((): Place => ({ level: 'journey', journey: journeyId.parse(params.journey) }), [params.journey]);
  const journey = catalogue?.journeys.find(({ id }) => id === params.journey);
  const before = (
    <nav aria-label={t.breadcrumb} className={styles.crumb}>
      <Link to="/panorama" search={acrossLevels(search)}>
        {t.panorama}
      </Link>
      <span aria-hidden="true">›</span>
    </nav>
  );
  if (catalogue && !journey) {
    return (
      <>
        <PageHeader title={params.journey} before={before} />
        <Empty title={t.noJourney} actions={<Link to="/panorama" className={buttonClass('primary')}>{t.panorama}</Link>}>
          <p>{t.noJourneyNext}</p>
        </Empty>
      </>
    );
  }
  // Another journey is another map: nothing of the one before stays.
  return <MapPage key={params.journey} place={place} search={search} title={journey ? localize(journey.name) : params.journey} before={before} />;
}
