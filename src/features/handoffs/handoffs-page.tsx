import { failureOf, tasksQuery } from '#api';
import { ViewsMenu } from '#src/views/index';
import { Button, Empty, FailedToLoad, Loading, PageHeader, Stale, useFormats, useSlow, useTexts } from '#ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { handoffTexts } from './handoff-texts';
import styles from './handoffs-page.module.css';
import { pageTexts } from './page-texts';
import type { HandoffsSearch } from './search';
import { TaskChips } from './task-chips';
import { TaskFilters, TaskSort } from './task-filters';
import { TaskList } from './task-list';
import { TaskPanel } from './task-panel';
import { isNarrowed, tasksAsked, withoutFilter, worthSaving } from './url';
import { useHandoffsView } from './use-handoffs-view';
import { HandoffsContext, useHandoffs } from './view';

const RulesSheet = lazy(async () => ({ default: (await import('./rules-sheet')).RulesSheet }));

/** 接续任务: who to get back to, most urgent first. */
export function HandoffsPage() {
  const t = useTexts(handoffTexts);
  const search = useSearch({ from: '/handoffs' });
  const tasks = useTasks(search);
  const { view, error, retry } = useHandoffsView(search, tasks.skew);
  if (!view) {
    return (
      <>
        <PageHeader title={t.title} />
        <div className={styles.wait}>{error ? <FailedToLoad failure={failureOf(error)} onRetry={retry} /> : <Loading lines={8} />}</div>
      </>
    );
  }
  return (
    <HandoffsContext value={view}>
      <Page tasks={tasks} />
    </HandoffsContext>
  );
}

type Tasks = ReturnType<typeof useTasks>;

function useTasks(search: HandoffsSearch) {
  const list = useInfiniteQuery(tasksQuery(tasksAsked(search)));
  const [first] = list.data?.pages ?? [];
  return {
    list,
    rows: list.data?.pages.flatMap((page) => page.items) ?? [],
    total: first?.total,
    counts: first?.counts,
    asOf: first?.asOf,
    // To the second: less is the way here, and would have every clock drawn again.
    skew: first && !list.isPlaceholderData ? Math.round((Date.parse(first.asOf) - list.dataUpdatedAt) / 1_000) * 1_000 : 0,
  };
}

function Page({ tasks }: { tasks: Tasks }) {
  const { search, go, zone } = useHandoffs();
  const { dateTime } = useFormats();
  const t = useTexts(handoffTexts);
  const own = useTexts(pageTexts);
  const { list, rows, total, counts, asOf } = tasks;
  const slow = useSlow(list.isPending);
  return (
    <>
      <PageHeader
        title={t.title}
        below={
          <div className={styles.second}>
            <TaskChips counts={counts} />
            <span className={styles.gap} />
            <TaskSort />
            <ViewsMenu page="handoffs" search={search} read={worthSaving} go={go} keeps={own.viewKeeps} />
            <Button onClick={() => go({ ...search, sheet: 'rules' })}>{own.rules}</Button>
          </div>
        }
      >
        <div className={styles.filters}>
          <TaskFilters />
        </div>
      </PageHeader>
      {list.isError && asOf !== undefined && <Stale onRetry={() => void list.refetch()}>{own.stale(dateTime(asOf, zone))}</Stale>}
      <div className={styles.body}>
        <section className={styles.list} aria-label={own.list} aria-busy={list.isFetching}>
          {list.isError && !list.data && <FailedToLoad failure={failureOf(list.error)} onRetry={() => void list.refetch()} />}
          {list.isPending && <div className={styles.wait}><Loading lines={10} />{slow && <p role="status">{own.slow}</p>}</div>}
          {total === 0 && <Nothing />}
          {total !== undefined && total > 0 && <TaskList rows={rows} total={total} onMore={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined} />}
        </section>
        {search.task === undefined ? <p className={styles.hint}>{own.choose}</p> : <TaskPanel key={search.task} id={search.task} />}
      </div>
      {search.sheet && (
        <Suspense>
          <RulesSheet />
        </Suspense>
      )}
    </>
  );
}

/** Nothing to do, or nothing that this filter finds. */
function Nothing() {
  const { search, go } = useHandoffs();
  const own = useTexts(pageTexts);
  const narrowed = isNarrowed(search) || search.state !== undefined || search.assignee !== undefined || search.overdue !== undefined;
  if (!narrowed) {
    return (
      <Empty title={own.none} actions={<Button onClick={() => go({ ...search, sheet: 'rules' })}>{own.rules}</Button>}>
        <p>{own.noneNext}</p>
      </Empty>
    );
  }
  return <Empty title={own.noneFound} actions={<Button onClick={() => go(withoutFilter(search))}>{own.clear}</Button>} />;
}
