import type { PanoramaAnswer } from '#contract';
import { type Grid, type Headings, layoutGrid } from '#graph';
import { type Catalogue, parseNodeId } from '#model';
import { ticketStateWords, useFormats, useLanguage, useTexts } from '#ui';
import { replaceEqualDeep } from '@tanstack/react-query';
import { createElement, useMemo, useState } from 'react';
import { LaneName } from './lane-name';
import { figureTexts, mapTexts } from './map-texts';
import { pageTexts } from './page-texts';
import type { Names } from './names';
import { GROUPS, isWide, journeyGrid, type KnownPlace, overviewGrid, RESULT, titleLinesOf } from './structure';
import { tipsOf } from './tip-of';
import { type GraphView, toGraph } from './to-graph';
import { layersOf, type Place, selectedId } from './url';
import type { View } from './view';

/** The layout of the map: of the catalogue, and of which places exist at all. */
export function useGrid({ place, search, catalogue, names, answer }: Pick<View, 'place' | 'search' | 'catalogue' | 'names' | 'answer'>, structure: PanoramaAnswer | undefined): Grid {
  const ids = useMemo(() => {
    const all = [...(structure?.nodes ?? []), ...(answer?.nodes ?? [])].map((node) => node.id);
    return [...new Set(all)].toSorted().join(' ');
  }, [structure, answer]);
  const journeys = search.journey?.join(' ');
  return useMemo(() => {
    const places = ids === '' ? [] : ids.split(' ');
    const spec =
      place.level === 'overview'
        ? overviewGrid(catalogue, search.journey, new Set(places))
        : journeyGrid(catalogue, place.journey, knownPlaces(places), stepTitleLines(place, catalogue, names));
    return layoutGrid(spec);
    // oxlint-disable-next-line react/exhaustive-deps -- the same ids are the same layout, whatever arrays they come in
  }, [place, catalogue, names, ids, journeys]);
}

const stepTitleLines = (place: Place, catalogue: Catalogue, names: Names): 1 | 2 => {
  if (place.level === 'overview') return 1;
  const { journey } = place;
  return titleLinesOf(catalogue.journeys.find(({ id }) => id === journey)?.steps.map(({ id }) => names.step(journey, id)) ?? []);
};

const knownPlaces = (ids: readonly string[]): KnownPlace[] =>
  ids.flatMap((id) => {
    const parts = parseNodeId('journey', id);
    return parts.level === 'journey' ? [{ id, step: parts.step, touchpoint: parts.touchpoint }] : [];
  });

/** What is drawn on it; absent until numbers have come. */
export function useGraph({ place, search, catalogue, names, answer, time: { fullBar, days } }: View, grid: Grid): GraphView | undefined {
  const formats = useFormats();
  const words = useTexts(mapTexts);
  const ticketStates = useTexts(ticketStateWords);
  const selected = selectedId(search);
  const daily = useMemo(() => days && new Map(days.places.map(({ id, interruptions }) => [id, interruptions])), [days]);
  const { layer, only, flows: share } = search;
  const next = useMemo(
    () => answer && toGraph(answer, { place, wide: isWide(catalogue), titleLines: stepTitleLines(place, catalogue, names), known: [...grid.cells.keys()], layers: layersOf({ layer }, place.level), only, share, selected, fullBar, daily, names, formats, words, ticketStates }),
    [answer, grid, place, catalogue, layer, only, share, selected, fullBar, daily, names, formats, words, ticketStates],
  );
  // What has not changed stays the same object, and what is the same object is not drawn again.
  const [shown, setShown] = useState(next);
  const kept = shown === next ? next : replaceEqualDeep(shown, next);
  if (kept !== shown) setShown(kept);
  return kept;
}

/** What to tell about anything hovered. */
export function useTips({ place, names, answer }: View) {
  const formats = useFormats();
  const words = useTexts(figureTexts);
  return useMemo(() => (answer ? tipsOf(answer, { place, names, formats, words }) : () => undefined), [answer, place, names, formats, words]);
}

/** The names of lanes, columns and groups. */
export function useHeadings({ place, names }: Pick<View, 'place' | 'names'>, catalogue: Catalogue): Headings {
  const t = useTexts(pageTexts);
  const language = useLanguage();
  return useMemo((): Headings => {
    const touchpoints = new Map<string, Catalogue['touchpoints'][number]>(catalogue.touchpoints.map((one) => [one.id, one]));
    const touchpoint = (id: string) => {
      const known = touchpoints.get(id);
      return known ? names.touchpoint(known.id) : id;
    };
    if (place.level === 'overview') {
      const group = (id: string) => {
        const known = GROUPS.find((one) => one === id);
        return known ? t[known] : id;
      };
      const journeys = new Map<string, Catalogue['journeys'][number]>(catalogue.journeys.map((one) => [one.id, one]));
      return {
        lane: (id) => createElement(LaneName, { journey: journeys.get(id) }),
        // Where those of a group share a column, its name stands above already.
        column: (id) => (id === RESULT ? t.result : isWide(catalogue) ? '' : touchpoint(id)),
        group,
      };
    }
    const stages = new Map<string, string>(catalogue.journeys.find(({ id }) => id === place.journey)?.stages.map(({ id }) => [id, names.stage(place.journey, id)]));
    return { lane: (id) => createElement(LaneName, { touchpoint: touchpoints.get(id) }), column: (id) => stages.get(id) ?? id };
    // oxlint-disable-next-line react/exhaustive-deps -- `language` is in `names` and `t`
  }, [place, names, catalogue, t, language]);
}
