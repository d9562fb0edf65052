import { ACTING_AS } from '#contract';
import type { Department, DepartmentId, Organisation, Person, PersonId } from '#model';
import { ProblemError } from '../http/problem-error';
import { type Access, type DeskStore, type Scope, systemAccess } from '../ports';

/** Who uses a store that nobody has filled with people. */
const LOCAL_DEPARTMENT: Department = { id: 'local' as DepartmentId, name: { zh: '本机', en: 'This computer' } };
const LOCAL_PERSON: Person = {
  id: 'local' as PersonId,
  name: { zh: '本机用户', en: 'Local user' },
  department: LOCAL_DEPARTMENT.id,
  roles: ['manager', 'engineer'],
};

const access = systemAccess('people');

/** Everybody who can act; never empty. */
export async function everybody(desk: DeskStore): Promise<Person[]> {
  const people = await desk.people(access);
  return people.length > 0 ? people : [LOCAL_PERSON];
}

export async function everyDepartment(desk: DeskStore): Promise<Department[]> {
  const departments = await desk.departments(access);
  return departments.length > 0 ? departments : [LOCAL_DEPARTMENT];
}

/**
 * Who acts: the person that the switcher 以…身份 names in the header, else the first manager.
 * Throws `unknown-person` when the header names nobody.
 */
export async function actingPerson(desk: DeskStore, request: Request): Promise<Person> {
  const people = await everybody(desk);
  const named = decoded(request.headers.get(ACTING_AS));
  const person = named === null ? (people.find(({ roles }) => roles.includes('manager')) ?? people[0]) : people.find(({ id }) => id === named);
  if (person) return person;
  const errors = [{ pointer: `header:${ACTING_AS}`, reason: `there is no person "${named}"` }];
  throw new ProblemError('unknown-person', 'The person to act as is not known. Without the header the first manager acts.', { errors });
}

/** Someone of no organisation, or of one that nothing is above, sees everything; others what is theirs and below. */
function scopeOf(person: Person, organisations: readonly Organisation[]): Scope {
  const own = organisations.find(({ id }) => id === person.organisation);
  return own?.parent === undefined ? { organisations: 'all' } : { organisations: [own.id] };
}

export const accessOf = (person: Person, organisations: readonly Organisation[]): Access => ({
  actor: { kind: 'person', id: person.id },
  scope: scopeOf(person, organisations),
});

/** Headers carry ASCII only, so an id comes percent-encoded. */
function decoded(header: string | null): string | null {
  try {
    return header && decodeURIComponent(header);
  } catch {
    return header;
  }
}
