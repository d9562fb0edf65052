import { peopleQuery } from '#api';
import { type JourneyId, journeyId, type PersonId } from '#model';
import { ViewsMenu } from '#src/views/index';
import { defineTexts, useLocalize, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
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
  const localize = useLocalize();
  const navigate = useNavigate();
  const people = useQuery(peopleQuery()).data?.items;
  const person = (id: PersonId): string => {
    const found = people?.find((one) => one.id === id);
    return found ? localize(found.name) : id;
  };
  const go = ({ inside, ...next }: MapView) => void (inside === undefined ? navigate({ to: '/panorama', search: next }) : navigate({ to: '/panorama/$journey', params: { journey: inside }, search: next }));
  return <ViewsMenu page="panorama" search={place.level === 'journey' ? { ...search, inside: place.journey } : search} read={mapViewOf} go={go} person={person} keeps={t.keeps} />;
}
