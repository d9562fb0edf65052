import { expect, test } from 'vitest';
import { departmentId, organisationId, type Person, personId } from '#model';
import { systemAccess } from '../ports';
import { smallCatalogue, testApp, threeLoans } from '../testing';

const person = (id: string, role: Person['roles'][number], organisation?: string): Person => ({
  id: personId.parse(id),
  name: { zh: id },
  department: departmentId.parse('service'),
  organisation: organisation === undefined ? undefined : organisationId.parse(organisation),
  roles: [role],
});

const staffed = async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const people = [person('owner', 'owner'), person('manager', 'manager', 'hq'), person('北京', 'manager', 'bj')];
  await app.ports.desk.replacePeople(systemAccess('test'), people, [{ id: departmentId.parse('service'), name: { zh: '服务部' } }]);
  return app;
};

test('the first manager acts, unless the header names somebody; nobody unknown does', async () => {
  const app = await staffed();
  const as = (id: string) => app.ask('/api/v1/me', { headers: { 'x-acting-as': encodeURIComponent(id) } });
  expect(await app.json('/api/v1/me')).toMatchObject({ person: { id: 'manager' }, department: { id: 'service' }, canActAs: true });
  expect(await (await as('北京')).json()).toMatchObject({ person: { id: '北京' } });
  const unknown = await as('nobody');
  expect(unknown.status).toBe(400);
  expect(await unknown.json()).toMatchObject({ type: 'urn:throughline:unknown-person', errors: [{ pointer: 'header:x-acting-as' }] });
  expect(await app.json('/api/v1/people')).toMatchObject({ total: 3 });
  expect(await app.json('/api/v1/departments')).toMatchObject({ total: 1 });
});

test('somebody of a branch sees what is theirs and below, somebody of the head office everything', async () => {
  const app = await staffed();
  await app.json('/api/v1/events', { json: threeLoans() });
  const instances = async (id: string) => {
    const answer = await app.json('/api/v1/panorama?from=2026-05-01', { headers: { 'x-acting-as': encodeURIComponent(id) } });
    return answer.balance;
  };
  expect(await instances('manager')).toMatchObject({ entered: 3 });
  expect(await instances('北京')).toMatchObject({ entered: 2 });
});

test('a store without people has one who can act', async () => {
  const app = await testApp();
  expect(await app.json('/api/v1/me')).toMatchObject({ person: { id: 'local' } });
  expect(await app.json('/api/v1/people')).toMatchObject({ total: 1, items: [{ id: 'local' }] });
});
