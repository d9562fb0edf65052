import { calendarAnswer, handoffRulesAnswer } from '#contract';
import { demoPeople } from '#demo';
import { CHINA_CALENDAR, handoffRule } from '#model';
import { describe, expect, test } from 'vitest';
import { systemAccess } from '../ports';
import { smallCatalogue, storeKinds, type TestAppOptions, testApp } from '../testing';

const rule = (more: object = {}) => ({
  ...handoffRule.parse({ id: 'r1', name: { zh: '规则' }, enabled: true, scene: {}, mode: 'proactive', touchpoint: 'hotline', slaMinutes: 30, clock: 'working', priority: 'high' }),
  ...more,
});
const PUT = { method: 'PUT' } as const;

async function staffed(options: TestAppOptions = {}) {
  const app = await testApp({ catalogue: smallCatalogue, ...options });
  const { people, departments } = demoPeople();
  await app.ports.desk.replacePeople(systemAccess('test'), people, departments);
  return app;
}

describe.each(storeKinds)('rules and calendar in $name', ({ open }) => {
  test('rules are replaced as a whole, in their order, and audited; a stale change is refused with the rules as they are', async () => {
    const app = await staffed({ stores: await open() });
    const empty = await app.ask('/api/v1/handoff-rules');
    expect([empty.headers.get('etag'), handoffRulesAnswer.parse(await empty.json())]).toMatchObject(['"0"', { version: 0, rules: [] }]);
    const heard: unknown[] = [];
    app.services.changes.subscribe(({ message }) => message.type === 'settings' && heard.push(message));
    const rules = [rule({ id: 'z' }), rule({ id: 'a', scene: { journeys: ['loan'], steps: ['quote'], organisations: ['bj'] }, department: 'claims' })];
    const put = (version: string) => app.ask('/api/v1/handoff-rules', { ...PUT, json: { rules }, headers: { 'if-match': version } });
    expect((await put('"0"')).status).toBe(200);
    expect(heard).toEqual([{ type: 'settings', of: 'rules' }]);
    expect(handoffRulesAnswer.parse(await app.json('/api/v1/handoff-rules'))).toMatchObject({ version: 1, rules });
    const stale = await put('"0"');
    expect([stale.status, await stale.json()]).toMatchObject([412, { current: { version: 1, rules } }]);
    expect((await put('*')).headers.get('etag')).toBe('"2"');
    const { items } = await app.ports.ledger.audit(systemAccess('test'), { kind: 'rules', id: 'rules' }, { offset: 0, limit: 10 });
    expect(items).toMatchObject([{ action: 'replace' }, { action: 'replace', actor: 'person:lin', before: { rules: [] }, after: { rules } }]);
  });

  test('the calendar is mainland China’s until somebody stores another', async () => {
    const app = await staffed({ stores: await open() });
    expect(calendarAnswer.parse(await app.json('/api/v1/calendar'))).toMatchObject({ version: 0, calendar: CHINA_CALENDAR });
    const calendar = { ...CHINA_CALENDAR, holidays: ['2027-01-01'], hours: [{ from: '08:30', to: '12:00' }, { from: '13:30', to: '24:00' }] };
    expect(await app.json('/api/v1/calendar', { ...PUT, json: { calendar }, headers: { 'if-match': '"0"' } })).toMatchObject({ version: 1, calendar });
    expect((await app.ask('/api/v1/calendar', { ...PUT, json: { calendar }, headers: { 'if-match': '"0"' } })).status).toBe(412);
    expect(calendarAnswer.parse(await app.json('/api/v1/calendar')).calendar).toEqual(calendar);
  });
});

test('only managers and designers change them', async () => {
  const app = await staffed();
  const status = async (path: string, json: object, who: string) => (await app.ask(path, { ...PUT, json, headers: { 'x-acting-as': who } })).status;
  for (const [path, json] of [['/api/v1/handoff-rules', { rules: [] }], ['/api/v1/calendar', { calendar: CHINA_CALENDAR }]] as const) {
    expect(await Promise.all(['lin', 'su', 'lu', 'zhou'].map((who) => status(path, json, who)))).toEqual([200, 200, 403, 403]);
  }
});

test('what a rule names and nobody knows is refused by JSON pointer', async () => {
  const app = await staffed();
  const rules = [
    rule({ scene: { journeys: ['loan', 'moon'], steps: ['dance'], touchpoints: ['tv'], reasons: ['over-limit', 'whim'], segments: ['kids'], organisations: ['mars'] } }),
    rule({ id: 'r2', touchpoint: 'app', department: 'nobody', escalateAfterMinutes: [60, 0] }),
    rule({ id: 'r3', touchpoint: 'tv' }),
  ];
  const { errors } = (await (await app.ask('/api/v1/handoff-rules', { ...PUT, json: { rules } })).json()) as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer)).toEqual([
    '/rules/0/scene/journeys/1',
    '/rules/0/scene/steps/0',
    '/rules/0/scene/touchpoints/0',
    '/rules/0/scene/reasons/1',
    '/rules/0/scene/segments/0',
    '/rules/0/scene/organisations/0',
    '/rules/1/touchpoint',
    '/rules/1/department',
    '/rules/1/escalateAfterMinutes/1',
    '/rules/2/touchpoint',
  ]);
  expect((await app.ask('/api/v1/handoff-rules', { ...PUT, json: { rules: [rule(), rule()] } })).status).toBe(400);
});

test('a calendar with a day that does not exist, or without any time to work, is refused', async () => {
  const app = await staffed();
  const errors = async (calendar: object) => ((await (await app.ask('/api/v1/calendar', { ...PUT, json: { calendar } })).json()) as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
  expect(await errors({ ...CHINA_CALENDAR, holidays: ['2026-02-30'], announcedUntil: 'soon' })).toEqual(['/calendar/holidays/0', '/calendar/announcedUntil']);
  const days = Array.from({ length: 500 }, (_, index) => new Date(Date.UTC(2026, 5, 1 + index)).toISOString().slice(0, 10));
  expect(await errors({ holidays: days })).toEqual(['/calendar']);
  expect(await errors({ hours: [{ from: '12:00', to: '09:00' }] })).toEqual(['/calendar/hours/0']);
});
