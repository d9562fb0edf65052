import { failureOf, instancesQuery } from '#api';
import { INSTANCE_SORTS, type InstanceRow } from '#contract';
import { carrierWords, defineTexts, FailedToLoad, kindWords, Loading, resolutionWords, stateWords, useFormats, useTexts } from '#ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { describeList } from './describe-list';
import { ExportMenu } from './export-menu';
import { InstanceCard } from './instance-card';
import { ListFilter } from './list-filter';
import styles from './list-panel.module.css';
import { listTexts } from './list-texts';
import panel from './panel.module.css';
import { listSelection, outOf } from './url';
import { useFocusOnOpen } from './use-focus-on-open';
import { useView } from './view';

const texts = defineTexts({ scroll: { zh: '清单', en: 'List' } });

const ROW_HEIGHT = 78;

/** The list behind a number: exactly so many rows, fetched as they are scrolled to. */
export function ListPanel() {
  const { place, search, go, names, answer, time } = useView();
  const { exact } = useFormats();
  const t = useTexts(listTexts);
  const words = { kinds: useTexts(kindWords), resolutions: useTexts(resolutionWords), states: useTexts(stateWords), carriers: useTexts(carrierWords), texts: t };
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const sort = search.sort ?? '-startedAt';
  const selection = answer ? listSelection(search, place, answer.filter, time.hour?.frame) : {};
  const list = useInfiniteQuery({ ...instancesQuery({ ...selection, sort }), enabled: answer !== undefined });
  const total = list.data?.pages[0]?.total;
  const isTransitions = search.list === 'visits' && search.edge !== undefined;
  return (
    <div className={`${panel.panel} ${styles.panel}`}>
      <header className={panel.head}>
        <button type="button" className={panel.back} onClick={() => go(outOf(search))}>
          <span aria-hidden="true">‹</span> {t.back}
        </button>
        <h2 ref={heading} tabIndex={-1}>
          {t[isTransitions ? 'transitions' : (search.list ?? 'instances')]}
        </h2>
        <p>{describeList(search, place, names, words)}</p>
        <div className={styles.tools}>
          <strong aria-live="polite">{total === undefined ? '' : t.total(exact(total))}</strong>
          <label>
            {t.sort}{' '}
            <select
              value={sort}
              onChange={(event) => {
                const next = INSTANCE_SORTS.find((one) => one === event.target.value);
                go({ ...search, sort: next }, { replace: true });
              }}
            >
              {INSTANCE_SORTS.map((one) => (
                <option key={one} value={one}>
                  {t[one === 'interruptions' ? 'interruptionsAscending' : one]}
                </option>
              ))}
            </select>
          </label>
          <ExportMenu list />
        </div>
        <ListFilter />
      </header>
      {list.error && !list.data && <FailedToLoad failure={failureOf(list.error)} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {total === 0 && <p className={panel.quiet}>{t.none}</p>}
      {list.data && (
        <Rows
          rows={list.data.pages.flatMap((page) => page.items)}
          total={total ?? 0}
          onMore={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        />
      )}
    </div>
  );
}

function Rows({ rows, total, onMore }: { rows: readonly InstanceRow[]; total: number; onMore: (() => void) | undefined }) {
  const t = useTexts(listTexts);
  const own = useTexts(texts);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: Math.min(total, rows.length + 1),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length) onMore?.();
  }, [last, rows.length, onMore]);
  return (
    // Scrolls by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={styles.scroller} role="region" aria-label={own.scroll} tabIndex={0}>
      <ol className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const row = rows[index];
          return (
            <li key={key} style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }} aria-setsize={total} aria-posinset={index + 1}>
              {row ? <InstanceCard row={row} /> : <span className={panel.quiet}>{t.more}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
