import { GraphMap, type Grid, type MarkKind } from '#graph';
import { toHandoffs, toLedger, toNps, toVoice } from '#src/routes';
import type { State } from '#model';
import { BalanceBar, classes, Loading, PageHeader, Stale, useFormats, useLanguage, useNarrow, useShortcut, useSlow, useTexts } from '#ui';
import { useNavigate } from '@tanstack/react-router';
import { lazy, memo, type ReactNode, Suspense, useCallback, useDeferredValue, useMemo } from 'react';
import { FilterBar } from './filter-bar';
import { HiddenBar } from './hidden-bar';
import { LayerBar } from './layer-bar';
import { frameAnswer } from './frame-answer';
import styles from './map-page.module.css';
import { MapState } from './map-state';
import { namesOf } from './names';
import { NodePanel } from './node-panel';
import { Notices } from './notices';
import { pageTexts } from './page-texts';
import { litByPath, placesOfPath } from './paths/path-words';
import { type PanoramaSearch, panoramaSearch } from './search';
import { SidePanel } from './side-panel';
import { RESULT } from './structure';
import { StepCrumb } from './step-crumb';
import { SummaryPanel } from './summary-panel';
import type { GraphView } from './to-graph';
import { outOf, type Place, playedDay, rebase, selectedId, selectionParam, withList, withSelection } from './url';
import { useCopyLink } from './use-copy-link';
import { useDetails } from './use-details';
import { useFindStep } from './use-find-step';
import { useGraph, useGrid, useHeadings, useTips } from './use-graph';
import { useInside } from './use-inside';
import { type MapData, useMap } from './use-map';
import { useView, type View, ViewContext } from './view';
import { ViewSwitch } from './view-switch';

interface Props {
  place: Place;
  search: PanoramaSearch;
  title: string;
  before?: ReactNode;
}

/** What opens from a place, a list or a line comes when it is asked for. */
const StoryPanel = lazy(async () => ({ default: (await import('./story-panel')).StoryPanel }));
const ListPanel = lazy(async () => ({ default: (await import('./list-panel')).ListPanel }));
const EdgePanel = lazy(async () => ({ default: (await import('./edge-panel')).EdgePanel }));
const PathPanel = lazy(async () => ({ default: (await import('./paths/path-panel')).PathPanel }));
const TimeBar = lazy(async () => ({ default: (await import('./time-bar/time-bar')).TimeBar }));

/** A level of the panorama: filters and balance above, the map, and the panel that explains it. */
export function MapPage({ place, search, title, before }: Props) {
  const data = useMap(place, search);
  const language = useLanguage();
  const navigate = useNavigate();
  // The page itself never scrolls, and to scroll it all the same would have everything laid out at once.
  const go = useCallback<View['go']>(
    (next, { replace = false } = {}) => void navigate({ to: '.', search: (now) => rebase(panoramaSearch(now), search, next), replace, resetScroll: false }),
    [navigate, search],
  );
  // Deferred: the structure is drawn in slices that let the page go on answering meanwhile. So is what an answer changes (`shown` below), once.
  const catalogue = useDeferredValue(data.catalogue.data);
  const { time, answer } = data;
  const isFailed = data.map.isError && !answer;
  const view = useMemo((): View | undefined => {
    if (!catalogue) return undefined;
    return { place, search, go, catalogue, names: namesOf(catalogue, language), zone: catalogue.zone, answer, isFailed, time };
  }, [place, search, go, catalogue, language, answer, isFailed, time]);

  if (!view) {
    return (
      <>
        <PageHeader title={title} before={before} below={<BalanceBar balance={undefined} />} />
        <MapState data={data} />
      </>
    );
  }
  return (
    <ViewContext value={view}>
      <Page data={data} view={view} title={title} before={before} />
    </ViewContext>
  );
}

function Page({ data, view, title, before }: { data: MapData; view: View; title: string; before: ReactNode }) {
  const { search, go, answer } = view;
  // What was clicked answers at once; the map, the table and the panel follow in slices (see `rebase` for clicks on what is about to go).
  const shown = useDeferredValue(view);
  const { dateTime } = useFormats();
  const t = useTexts(pageTexts);
  const { map } = data;
  const [played, beside] = useMemo(() => playedViews(shown), [shown]);
  const grid = useGrid(shown, data.structure.data);
  const graph = useGraph(played, grid);
  const slow = useSlow(map.isFetching);
  const openState = (state: State | 'entered') => go(withList(search, { list: 'instances', state: state === 'entered' ? undefined : state }));
  const isTable = shown.search.view === 'table';
  const isNarrow = useNarrow();
  // On a phone the worst places are the page, unless somebody asks for the map.
  const isList = isNarrow && shown.search.view === undefined;
  // There the map has the height to itself until something on it is chosen: the list has the summary.
  const hasPanel = !isNarrow || isList || contentOf(shown.search).trim() !== '';
  const toggleTable = useCallback(() => go({ ...search, view: search.view === 'table' ? undefined : 'table' }), [go, search]);
  useShortcut('t', t.table, toggleTable);
  useFindStep(view, !map.isPlaceholderData);
  return (
    <>
      <PageHeader
        title={title}
        before={before}
        below={
          <>
            <LayerBar hasLayers={!isList} />
            <div className={styles.balance}>
              <BalanceBar balance={played.answer?.balance} onOpen={openState} />
            </div>
          </>
        }
      >
        <FilterBar />
      </PageHeader>
      {map.isError && answer && <Stale onRetry={() => void map.refetch()}>{t.stale(`${answer.filter.from} → ${answer.filter.to}`, dateTime(answer.asOf, view.zone))}</Stale>}
      <ViewContext value={played}>
        <div className={classes(styles.body, isList && styles.listed)}>
          <section className={styles.canvas} aria-label={isTable ? t.table : t.map} aria-busy={map.isFetching}>
            <div className={styles.head}>
              {isNarrow && <ViewSwitch />}
              <StepCrumb />
              <Notices />
              <HiddenBar grid={grid} graph={graph} />
            </div>
            {!isList && (
              <>
                <div className={styles.drawing}>{isTable ? <Suspense fallback={<Loading />}><Table /></Suspense> : <Drawing grid={grid} graph={graph} />}</div>
                <ViewContext value={view}>
                  <Suspense fallback={<div className={styles.time} />}>
                    {answer ? <TimeBar busy={map.isPlaceholderData || map.isPending} /> : <div className={styles.time} />}
                  </Suspense>
                </ViewContext>
              </>
            )}
            <MapState data={data} />
            {/* Not aria-live: with live data it would never be silent. */}
            {map.isFetching && (answer || slow) && <span className={styles.updating}>{slow ? t.slow : t.updating}</span>}
          </section>
          {hasPanel && (
            <SidePanel isAlone={isList} content={contentOf(shown.search)} onEscape={() => go(outOf(search))}>
              <ViewContext value={beside}>
                <Suspense fallback={<Loading />}>
                  <PanelContent graph={graph} isAlone={isList} />
                </Suspense>
              </ViewContext>
            </SidePanel>
          )}
        </div>
      </ViewContext>
    </>
  );
}

/** The table twin comes when it is asked for. */
const Table = lazy(async () => ({ default: memo((await import('./table-view')).TableView) }));

const Drawing = memo(function Drawing({ grid, graph }: { grid: Grid; graph: GraphView | undefined }) {
  const view = useView();
  const { place, search, go, catalogue, answer } = view;
  const t = useTexts(pageTexts);
  const navigate = useNavigate();
  const inside = useInside();
  const headings = useHeadings(view, catalogue);
  const tipOf = useTips(view);
  const detailOf = useDetails(view);
  const texts = useMemo(() => ({ map: t.map, keys: t.keys, zoom: t.zoom, zoomIn: t.zoomIn, zoomOut: t.zoomOut, fit: t.fit }), [t]);
  const lit = useMemo(() => (search.path === undefined || place.level === 'overview' ? undefined : litByPath(placesOfPath(search.path)?.places ?? [])), [search.path, place.level]);
  const onSelect = useCallback(
    (id: string | undefined) => {
      if (id === undefined) return void ((selectedId(search) ?? search.path) !== undefined && go(withSelection(search)));
      const [kind, journey] = id.split(':');
      const of = kind === RESULT ? answer?.journeys.find((one) => one.journey === journey)?.journey : undefined;
      if (kind === RESULT) return go(withList(search, { list: 'instances', of, state: 'lost' }));
      return go(withSelection(search, selectionParam(id)));
    },
    [search, go, answer],
  );
  const onOpen = useCallback(
    (id: string) => {
      const journey = answer?.nodes.find((node) => node.id === id)?.journey;
      if (journey) void navigate({ to: '/panorama/$journey', params: { journey }, search: inside(journey) });
    },
    [answer, navigate, inside],
  );
  const onMark = useCallback(
    (node: string, kind: MarkKind) => {
      const at = place.level === 'overview' ? { level: place.level, node } : { level: place.level, node, journey: place.journey };
      if (kind === 'tasks') void navigate(toHandoffs(at));
      else if (kind === 'tickets') void navigate(toLedger(at));
      else {
        const said = answer?.nodes.find((one) => one.id === node);
        if (!said) return;
        void navigate(kind === 'nps' ? toNps({ journey: [said.journey], touchpoint: [said.touchpoint] }) : toVoice({ journey: [said.journey], touchpoint: said.touchpoint }));
      }
    },
    [place, answer, navigate],
  );
  return (
    <GraphMap
      grid={grid}
      headings={headings}
      surfaces={place.level === 'overview' ? 'groups' : 'lanes'}
      cards={graph?.cards ?? NOTHING}
      edges={graph?.edges ?? NOTHING}
      losses={graph?.losses ?? NOTHING}
      selected={selectedId(search)}
      lit={lit}
      onSelect={onSelect}
      onOpen={place.level === 'overview' ? onOpen : undefined}
      onMark={onMark}
      tipOf={tipOf}
      detailOf={detailOf}
      texts={texts}
    />
  );
});

const NOTHING: never[] = [];

/** While an hour is played, the map and the balance are its own, and what explains them beside it is its day, but for the hour's lists. */
function playedViews(view: View): [map: View, beside: View] {
  const { answer, search, time: { hour } } = view;
  if (!hour || answer?.filter.from !== hour.frames.filter.from) return [view, view];
  const map = { ...view, answer: frameAnswer(answer, hour.frames, hour.index) };
  return [map, search.list === undefined ? { ...view, search: { ...search, at: playedDay(search) } } : view];
}

const contentOf = ({ story, list, node, edge, path }: PanoramaSearch): string => [story, list, node, edge, path].join(' ');

/** The innermost thing that is open: a story, a list, a selection, or the summary. */
const PanelContent = memo(function PanelContent({ graph, isAlone }: { graph: GraphView | undefined; isAlone: boolean }) {
  const { place, search, answer, time } = useView();
  const { copy, label } = useCopyLink(search, time.period ?? answer?.filter);
  if (search.story !== undefined) return <StoryPanel key={search.story} id={search.story} />;
  if (search.list !== undefined) return <ListPanel />;
  if (search.node !== undefined) return <NodePanel id={search.node} />;
  if (search.edge !== undefined) return <EdgePanel id={search.edge} />;
  if (search.path !== undefined && place.level === 'journey') return <PathPanel key={search.path} id={search.path} />;
  return <SummaryPanel graph={graph} isAlone={isAlone} onCopy={copy} copied={label} />;
});
