import { getCalendar, getHandoffRules, putCalendar, putHandoffRules } from '#contract';
import type { HandoffRule, Person, WorkingCalendar } from '#model';
import type { Binder } from '../http/bind';
import { expectedVersion, versionTag } from '../http/if-match';
import { ProblemError } from '../http/problem-error';
import { everyDepartment } from '../services/acting';
import { calendarErrors } from '../services/check-calendar';
import { ruleErrors } from '../services/check-rules';
import type { Versioned } from '../services/handoff-settings';
import type { Services } from '../services/services';

export function bindHandoffRules(bind: Binder, { catalogue, handoffSettings: settings, ports }: Services): void {
  const rulesTold = ({ version, setting }: Versioned<HandoffRule[]>, headers: Record<string, string>) => {
    headers.etag = versionTag(version);
    return { version, rules: setting };
  };
  const calendarTold = ({ version, setting }: Versioned<WorkingCalendar>, headers: Record<string, string>) => {
    headers.etag = versionTag(version);
    return { version, calendar: setting };
  };

  bind.action(getHandoffRules, async ({ headers }) => rulesTold(await settings.rules(), headers));

  bind.action(putHandoffRules, async ({ access, person, body: { rules }, request, headers }) => {
    requireDesigner(person);
    const errors = ruleErrors(rules, (await catalogue.current()).catalogue, await everyDepartment(ports.desk));
    if (errors.length > 0) throw new ProblemError('invalid-input', 'The rules name something that is not known.', { errors });
    const { kind, current } = await settings.putRules(access, rules, expectedVersion(request));
    if (kind === 'stored') return rulesTold(current, headers);
    throw new ProblemError('version-stale', `The rules are at version ${current.version} by now.`, { current: rulesTold(current, {}) });
  });

  bind.action(getCalendar, async ({ headers }) => calendarTold(await settings.calendar(), headers));

  bind.action(putCalendar, async ({ access, person, now, body: { calendar }, request, headers }) => {
    requireDesigner(person);
    const errors = calendarErrors(calendar, ports.config.zone, now);
    if (errors.length > 0) throw new ProblemError('invalid-input', 'The calendar is not valid.', { errors });
    const { kind, current } = await settings.putCalendar(access, calendar, expectedVersion(request));
    if (kind === 'stored') return calendarTold(current, headers);
    throw new ProblemError('version-stale', `The calendar is at version ${current.version} by now.`, { current: calendarTold(current, {}) });
  });
}

/** Throws `forbidden` for whoever neither manages nor designs. */
function requireDesigner({ roles }: Person): void {
  if (roles.includes('manager') || roles.includes('designer')) return;
  throw new ProblemError('forbidden', 'Only managers and designers change rules and the calendar.');
}
