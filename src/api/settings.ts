import { getCalendar, getHandoffRules, putCalendar, putHandoffRules, type calendarAnswer, type handoffRulesAnswer } from '#contract';
import type { HandoffRule, WorkingCalendar } from '#model';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { changesWithOne } from './changes-with';
import { call } from './client';

/** 九应接: the rules that open handoff tasks. */
export const handoffRulesQuery = () =>
  queryOptions({ queryKey: ['handoff-rules'], queryFn: ({ signal }) => call(getHandoffRules, { signal }), meta: changesWithOne('rules', 'settings') });

/** 工作日历: when SLA clocks of working hours run. */
export const calendarQuery = () =>
  queryOptions({ queryKey: ['calendar'], queryFn: ({ signal }) => call(getCalendar, { signal }), meta: changesWithOne('calendar', 'settings') });

/** Replaces the rules. @throws ApiError `version-stale` with the rules as they are now */
export const saveHandoffRules = (rules: HandoffRule[], version: number): Promise<z.output<typeof handoffRulesAnswer>> =>
  call(putHandoffRules, { body: { rules }, version });

/** Replaces the calendar. @throws ApiError `version-stale` with the calendar as it is now */
export const saveCalendar = (calendar: WorkingCalendar, version: number): Promise<z.output<typeof calendarAnswer>> =>
  call(putCalendar, { body: { calendar }, version });
