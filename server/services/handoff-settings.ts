import { CHINA_CALENDAR, type HandoffRule, handoffRule, type WorkingCalendar, workingCalendar } from '#model';
import { z } from 'zod';
import { type Access, systemAccess } from '../ports';
import { actorText } from './ledger-writer';
import type { Core } from './core';

/** A setting with the version that a change of it names. */
export interface Versioned<Setting> {
  version: number;
  setting: Setting;
}

export type PutSetting<Setting> = { kind: 'stored' | 'stale'; current: Versioned<Setting> };

/** What handoff tasks are made by: the rules and the working calendar. */
export interface HandoffSettings {
  /** None before anybody stored some. */
  rules(): Promise<Versioned<HandoffRule[]>>;
  /** Mainland China's before anybody stored one. */
  calendar(): Promise<Versioned<WorkingCalendar>>;
  putRules(access: Access, rules: HandoffRule[], expected?: number): Promise<PutSetting<HandoffRule[]>>;
  putCalendar(access: Access, calendar: WorkingCalendar, expected?: number): Promise<PutSetting<WorkingCalendar>>;
}

const system = systemAccess('handoff-settings');

export function createHandoffSettings({ ports, ledger }: Core): HandoffSettings {
  const document = <Setting>(name: 'rules' | 'calendar', schema: z.ZodType<Setting>, fallback: Setting) => {
    const read = async (): Promise<Versioned<Setting>> => {
      const { version, body } = await ports.ledger.document(system, name);
      return { version, setting: body === undefined ? fallback : schema.parse(body) };
    };
    const put = async (access: Access, setting: Setting, expected?: number): Promise<PutSetting<Setting>> => {
      const before = await read();
      const written = await ledger.write(access, {
        documents: [{ name, body: setting, expected }],
        audit: [
          {
            at: new Date(ports.clock()).toISOString(),
            actor: actorText(access.actor),
            subject: { kind: name, id: name },
            action: 'replace',
            before: { [name]: before.setting },
            after: { [name]: setting },
          },
        ],
      });
      return { kind: written.kind === 'stored' ? 'stored' : 'stale', current: await read() };
    };
    return { read, put };
  };
  const rules = document('rules', z.array(handoffRule), []);
  const calendar = document('calendar', workingCalendar, CHINA_CALENDAR);
  return { rules: rules.read, putRules: rules.put, calendar: calendar.read, putCalendar: calendar.put };
}
