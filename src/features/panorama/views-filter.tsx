import { type JourneyId, journeyId } from '#model';
import { ViewsMenu } from '#src/views/index';
import { defineTexts, useTexts } from '#ui';
import { useNavigate } from '@tanstack/react-router';
import { type PanoramaSearch, panoramaSearch } from './search';
import { withSelection } from './url';
import { useView } from './view';

const texts = defineTexts({ keeps: { zh: '保存旅程、时间、对比、筛选、图层和选中的地方，以后一次点开。', en: 'Keeps journey, period, comparison, filters, layers and selection for later.' } });

/** What the address of a map says, with the journey it is inside of. */
export type MapView = PanoramaSearch & { inside?: JourneyId | undefined };

/** What a saved view keeps of the address: neither an open list nor a story. */
export function mapViewOf(search: Record<string, unknown>): MapView {
  const read = panoramaSearch(search);
  const { node, edge, path } = read;
  return { ...withSelection(read, { node, edge, path }), inside: journeyId.safeParse(search['inside']).data };
}

/** The saved views of the map, of both levels. */
export function ViewsFilter() {
  const { place, search } = useView();
  const t = useTexts(texts);
  const navigate = useNavigate();
  const go = ({ inside, ...next }: MapView) => void (inside === undefined ? navigate({ to: '/panorama', search: next }) : navigate({ to: '/panorama/$journey', params: { journey: inside }, search: next }));
  const inside: MapView = place.level === 'journey' ? { inside: place.journey } : {};
  return <ViewsMenu page="panorama" search={{ ...search, ...inside }} untouched={inside} read={mapViewOf} go={go} keeps={t.keeps} />;
}
