import { getInstance, getInstances, type InstanceRow, type InterruptionAnswer, type selectionQuery } from '#contract';
import { type Instant, type Interruption, type Level, parseNodeId, parsePathId, type Selection } from '#model';
import type { z } from 'zod';
import type { Binder } from '../http/bind';
import { ProblemError } from '../http/problem-error';
import type { SelectedRow } from '../ports';
import { nextCursor, offsetOf } from '../services/cursor';
import { readEdgeId } from '../services/read-edge-id';
import { filterTold, requireOneJourney, resolveFilter } from '../services/resolve-filter';
import type { Services } from '../services/services';

const PAGE = 50;

export function bindInstances(bind: Binder, services: Services): void {
  const { events } = services.ports;

  bind.question(getInstances, async ({ access, now, query }) => {
    const { version, catalogue } = await services.catalogue.current();
    const filter = await resolveFilter(services.ports, { access, catalogue, now }, query);
    const selection: Selection = { filter, ...placeOf(query), ...pathOf(query), ...narrowing(query), rows: query.rows ?? 'instances' };
    if (selection.node !== undefined || selection.edge || selection.path) requireOneJourney(selection.level, filter);
    const page = { sort: query.sort ?? '-startedAt', offset: offsetOf(query.cursor), limit: query.limit ?? PAGE } as const;
    return {
      about: [version, selection, page],
      answer: async () => {
        const { total, rows } = await events.rows(access, selection, page);
        return { filter: filterTold(filter), total, items: rows.map(rowTold), nextCursor: nextCursor(page.offset + rows.length, total) };
      },
    };
  });

  bind.question(getInstance, async ({ access, params: { id } }) => ({
    about: id,
    answer: async () => {
      const stored = await events.story(access, id);
      if (!stored) throw new ProblemError('not-found', `There is no journey instance "${id}".`);
      const { interruptions: _, ...row } = rowTold(stored.instance);
      return {
        ...row,
        eventList: stored.events.map((event) => ({ ...event, at: iso(event.at) })),
        interruptions: stored.interruptions.map((one) => ({ ...interruptionTold(one), anchor: one.anchor })),
      };
    },
  }));
}

function placeOf({ level = 'overview', node, edge }: z.output<typeof selectionQuery>): Pick<Selection, 'level' | 'node' | 'edge'> {
  if (node !== undefined) requireNode(level, node);
  return { level, ...(node !== undefined && { node }), ...(edge !== undefined && { edge: readEdgeId(level, edge, 'edge') }) };
}

function pathOf({ level = 'overview', path }: z.output<typeof selectionQuery>): Pick<Selection, 'path'> {
  if (path === undefined) return {};
  try {
    return { path: parsePathId(level, path) };
  } catch {
    const errors = [{ pointer: '?path', reason: 'not a path of this level, such as quote~app,verify~app' }];
    throw new ProblemError('invalid-input', 'The path does not name places.', { errors });
  }
}

function requireNode(level: Level, id: string): void {
  try {
    parseNodeId(level, id);
  } catch {
    const errors = [{ pointer: '?node', reason: 'not a place of this level, such as loan~app' }];
    throw new ProblemError('invalid-input', `"${id}" does not name a place.`, { errors });
  }
}

const narrowing = ({ role, state, kind, resolution, carrier, reason, handling, startedFrom, startedBefore }: z.output<typeof selectionQuery>) => ({
  role,
  state,
  kind,
  resolution,
  carrier,
  reason: reason === '' ? null : reason,
  handling,
  ...(startedFrom !== undefined && { startedFrom: Date.parse(startedFrom) }),
  ...(startedBefore !== undefined && { startedBefore: Date.parse(startedBefore) }),
});

const iso = (at: Instant): string => new Date(at).toISOString();

function rowTold({ startedAt, lastAt, completedAt, interruption, visit, ...row }: SelectedRow): InstanceRow {
  return {
    ...row,
    startedAt: iso(startedAt),
    lastAt: iso(lastAt),
    completedAt: completedAt === undefined ? undefined : iso(completedAt),
    interruption: interruption && interruptionTold(interruption),
    visit: visit && { ...visit, firstAt: iso(visit.firstAt), lastAt: iso(visit.lastAt) },
  };
}

function interruptionTold({ kind, reason, step, touchpoint, at, resolution, pending, carrier, attempts, continuedAt }: Omit<Interruption, 'anchor'>): InterruptionAnswer {
  return {
    kind,
    reason,
    step,
    touchpoint,
    at: iso(at),
    resolution,
    pending,
    carrier: carrier && { ...carrier, at: iso(carrier.at) },
    attempts,
    continuedAt: continuedAt === undefined ? undefined : iso(continuedAt),
  };
}
