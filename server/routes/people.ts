import { getDepartments, getMe, getPeople } from '#contract';
import type { Binder } from '../http/bind';
import { actingPerson, everybody, everyDepartment } from '../services/acting';
import type { Services } from '../services/services';

export function bindPeople(bind: Binder, { ports: { desk } }: Services): void {
  bind.question(getMe, async ({ request }) => {
    const person = await actingPerson(desk, request);
    const departments = await everyDepartment(desk);
    const department = departments.find(({ id }) => id === person.department);
    return { about: person.id, answer: async () => ({ person, department, canActAs: true }) };
  });
  bind.question(getPeople, async () => ({ about: 'people', answer: async () => all(await everybody(desk)) }));
  bind.question(getDepartments, async () => ({ about: 'departments', answer: async () => all(await everyDepartment(desk)) }));
}

const all = <Item>(items: Item[]) => ({ items, total: items.length });
