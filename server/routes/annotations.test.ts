import { annotationAnswer, type AnnotationTold, getAnnotations, problem } from '#contract';
import { addDays } from '#model';
import { describe, expect, test } from 'vitest';
import { systemAccess } from '../ports';
import { as, ledgerApp, loanDays, move, postEvents, storeKinds, type TestApp, ticketOf } from '../testing';

const URL = '/api/v1/annotations';
const release = { kind: 'release', text: 'APP 9.2', day: '2026-05-20', locus: { journey: 'loan', touchpoint: 'app' } };
const told = (answer: unknown): AnnotationTold => annotationAnswer.parse(answer).annotation;
const add = async (app: TestApp, fields: object = release, who = 'ann') => told(await app.json(URL, { ...as(who), json: fields }));
const list = async (app: TestApp, query = '', who = 'ann') => getAnnotations.output!.parse(await app.json(`${URL}${query}`, as(who))).items;
const put = (who: string, version: number | undefined, json: object) => ({ ...as(who, version), method: 'PUT', json });
const refusal = async (response: Promise<Response>) => problem.parse(await (await response).json());
const audited = async (app: TestApp, id: string) => (await app.ports.ledger.audit(systemAccess('test'), { kind: 'annotation', id }, { offset: 0, limit: 10 })).items;

describe.each(storeKinds)('on $name', ({ open }) => {
  test('a day is marked, once for each key, audited, and told to open pages', async () => {
    const app = await ledgerApp(open);
    const heard: unknown[] = [];
    app.services.changes.subscribe(({ message }) => heard.push(message));
    const response = await app.ask(URL, { ...as('ann', undefined, 'k1'), json: release });
    expect([response.status, response.headers.get('etag')]).toEqual([201, '"1"']);
    const first = told(await response.json());
    expect(first).toMatchObject({ ...release, version: 1, by: 'person:ann', editable: true });
    expect(told(await app.json(URL, { ...as('ann', undefined, 'k1'), json: release })).id).toBe(first.id);
    expect(await list(app)).toEqual([first]);
    expect(await audited(app, first.id)).toMatchObject([{ action: 'create', actor: 'person:ann', after: release }]);
    expect(heard).toContainEqual({ type: 'settings', of: 'annotations' });
  });

  test('a moment has the day it is on in the zone; both or neither are refused, and so is what there is not', async () => {
    const app = await ledgerApp(open);
    expect(await add(app, { kind: 'incident', text: '限流', at: '2026-05-20T17:30:00Z' })).toMatchObject({ day: '2026-05-21', at: '2026-05-20T17:30:00.000Z', locus: {} });
    for (const wrong of [{ ...release, at: '2026-05-20T17:30:00Z' }, { kind: 'fix', text: 'x' }, { ...release, day: '2026-02-30' }, { ...release, text: ' ' }]) {
      expect((await app.ask(URL, { ...as('ann'), json: wrong })).status).toBe(400);
    }
    const unknown = await refusal(app.ask(URL, { ...as('ann'), json: { ...release, locus: { journey: 'loan', step: 'dance', touchpoint: 'moon' } } }));
    expect(unknown.errors?.map(({ pointer }) => pointer)).toEqual(['/locus/step', '/locus/touchpoint']);
    expect((await app.ask(URL, { ...as('ann'), json: { ...release, locus: { step: 'quote' } } })).status).toBe(400);
  });

  test('it is changed by who wrote it or a manager, of the version they have seen', async () => {
    const app = await ledgerApp(open);
    const { id } = await add(app);
    const url = `${URL}/${id}`;
    const next = { ...release, text: 'APP 9.2.1', day: '2026-05-21' };
    expect((await app.ask(url, put('ann', undefined, next))).status).toBe(428);
    expect((await refusal(app.ask(url, put('bob', 1, next)))).type).toContain('forbidden');
    expect((await list(app, '', 'bob'))[0]?.editable).toBe(false);
    expect(told(await app.json(url, put('boss', 1, next)))).toMatchObject({ ...next, version: 2, by: 'person:ann' });
    expect(await refusal(app.ask(url, put('ann', 1, release)))).toMatchObject({ status: 412, current: { version: 2, text: 'APP 9.2.1' } });
    expect((await app.ask(url, { ...as('ann', 1), method: 'DELETE' })).status).toBe(412);
    expect((await app.ask(url, { ...as('ann', 2), method: 'DELETE' })).status).toBe(200);
    expect((await app.ask(url, { ...as('ann', 2), method: 'DELETE' })).status).toBe(404);
    expect(await list(app)).toEqual([]);
    expect((await audited(app, id)).map(({ action, actor }) => [action, actor])).toEqual([['delete', 'person:ann'], ['edit', 'person:boss'], ['create', 'person:ann']]);
  });

  test('two that come at once are both kept', async () => {
    const app = await ledgerApp(open);
    await Promise.all(['a', 'b', 'c'].map((text) => add(app, { ...release, text })));
    expect((await list(app)).map(({ text }) => text).toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('the effective dates of a ticket stand among them by themselves, and lead to it', async () => {
    const app = await ledgerApp(open);
    await postEvents(app, loanDays({ from: addDays('2026-06-01', -40), days: 41, perDay: 10, share: 0.2 }));
    await add(app);
    const { id } = ticketOf(await app.json('/api/v1/tickets', { ...as('boss'), json: { title: '试算超限', locus: { journey: 'loan', step: 'quote' }, measures: [{ id: 'm', title: '提示前置', state: 'planned' }] } }));
    await move(app, 'boss', id, { move: 'assign', owner: 'ann', department: 'it', due: '2026-06-30' });
    const { version } = await move(app, 'ann', id, { move: 'start' });
    const effective = [{ touchpoint: 'app', day: '2026-05-12' }, { touchpoint: 'video', day: '2026-05-12' }];
    await app.json(`/api/v1/tickets/${id}`, { ...as('ann', version), method: 'PATCH', json: { effective } });
    expect(await list(app)).toMatchObject([
      { kind: 'fix', text: '试算超限', day: '2026-05-12', locus: { journey: 'loan', step: 'quote' }, touchpoints: ['app', 'video'], ticket: { id, state: 'remediating' }, editable: false },
      release,
    ]);
    expect(await list(app, '?source=written')).toMatchObject([release]);
    expect(await list(app, '?source=ticket&from=2026-05-13')).toEqual([]);
    expect((await app.ask(`${URL}/${id}:2026-05-12`, put('boss', 1, release))).status).toBe(404);
  });

  test('a list is of days and journeys; what names no journey concerns all', async () => {
    const app = await ledgerApp(open);
    await add(app);
    await add(app, { kind: 'campaign', text: '616', day: '2026-05-25' });
    expect((await list(app, '?from=2026-05-21&to=2026-05-31')).map(({ text }) => text)).toEqual(['616']);
    expect((await list(app, '?journey=loan')).map(({ text }) => text)).toEqual(['APP 9.2', '616']);
    expect((await list(app, '?journey=other')).map(({ text }) => text)).toEqual(['616']);
  });
});
