import { useTexts } from '#ui';
import { useSearch } from '@tanstack/react-router';
import { MapPage } from './map-page';
import { pageTexts } from './page-texts';
import type { Place } from './url';

const overview: Place = { level: 'overview' };

/** 全景: every journey in one picture. */
export function PanoramaPage() {
  const search = useSearch({ from: '/panorama' });
  const t = useTexts(pageTexts);
  return <MapPage place={overview} search={search} title={t.title} />;
}
