import { getTask, getTasks, patchTask, postTaskMove, type TASK_SORTS, type TaskFilterQuery, type TaskMoveBody, type TasksAnswer, taskTold, type TaskTold } from '#contract';
import { type InfiniteData, infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { ApiError } from './api-error';
import { changesWith, changesWithOne } from './changes-with';
import { call } from './client';

export type TaskSort = (typeof TASK_SORTS)[number];

/** Handoff tasks of a filter, page by page; the first page counts them all. Asked again every minute too: some become overdue by time alone. */
export const tasksQuery = (filter: TaskFilterQuery & { sort?: TaskSort }, pageSize = 100) =>
  infiniteQueryOptions({
    queryKey: ['tasks', filter, pageSize],
    queryFn: ({ pageParam, signal }) => call(getTasks, { query: { ...filter, limit: String(pageSize), ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    meta: changesWith('task'),
    refetchInterval: 60_000,
  });

/** One handoff task. */
export const taskQuery = (id: string) =>
  queryOptions({ queryKey: ['task', id], queryFn: ({ signal }) => call(getTask, { params: { id }, signal }), meta: changesWithOne(id, 'task') });

/** Moves a task on. @throws ApiError `version-stale` with the task as it is now, `move-refused` with what is missing */
export const moveTask = async ({ id, version }: Pick<TaskTold, 'id' | 'version'>, body: TaskMoveBody, key: string): Promise<TaskTold> =>
  (await call(postTaskMove, { params: { id }, body, version, key })).task;

export type TaskChanges = z.input<NonNullable<typeof patchTask.body>>;

/** Changes fields of an unfinished task. @throws ApiError as `moveTask` */
export const editTask = async ({ id, version }: Pick<TaskTold, 'id' | 'version'>, body: TaskChanges, key: string): Promise<TaskTold> =>
  (await call(patchTask, { params: { id }, body, version, key })).task;

/** Shows a task as it is now, or is about to be, wherever it is on screen. */
export function keepTask(queries: QueryClient, task: TaskTold): void {
  queries.setQueryData(taskQuery(task.id).queryKey, (answer) => answer && { ...answer, task });
  queries.setQueriesData<InfiniteData<TasksAnswer>>({ queryKey: ['tasks'] }, (list) => {
    if (!list?.pages.some(({ items }) => items.some(({ id }) => id === task.id))) return list;
    return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === task.id ? task : item)) })) };
  });
}

/** The task as it is now, where a change of it was refused because it is no longer what it was. */
export const taskNow = (error: unknown): TaskTold | undefined => (error instanceof ApiError && error.code === 'version-stale' ? taskTold.safeParse(error.current).data : undefined);
