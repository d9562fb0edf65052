import { handoffRule, workingCalendar } from '#model';
import { z } from 'zod';
import { reading } from './common';
import { endpoint } from './endpoint';

const rules = z.array(handoffRule).max(200).refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two rules have the same id');

export const handoffRulesAnswer = reading.extend({ version: z.int().nonnegative(), rules });
export const getHandoffRules = endpoint({ method: 'GET', path: '/handoff-rules', summary: '九应接: the rules that open handoff tasks, in the order they are tried.', output: handoffRulesAnswer });
export const putHandoffRules = endpoint({
  method: 'PUT',
  path: '/handoff-rules',
  summary: 'Replaces the rules. With If-Match, only if the version is still that one. Tasks that are open stay.',
  body: z.object({ rules }),
  output: handoffRulesAnswer,
  errors: ['version-stale', 'forbidden'],
});

export const calendarAnswer = reading.extend({ version: z.int().nonnegative(), calendar: workingCalendar });
export const getCalendar = endpoint({ method: 'GET', path: '/calendar', summary: 'Working days and hours, by which SLA clocks run.', output: calendarAnswer });
export const putCalendar = endpoint({
  method: 'PUT',
  path: '/calendar',
  summary: 'Replaces the calendar. With If-Match, only if the version is still that one. Due times of open tasks stay.',
  body: z.object({ calendar: workingCalendar }),
  output: calendarAnswer,
  errors: ['version-stale', 'forbidden'],
});
