import type { Problem } from '#contract';
import { type Catalogue, dayNumber, type Day, type Locus, type Measure, type PersonId, type Ticket, type TicketChange } from '#model';
import { ProblemError } from '../../http/problem-error';
import type { Access, Ports } from '../../ports';
import { everybody, everyDepartment } from '../acting';

type InputErrors = NonNullable<Problem['errors']>;

/** Throws `invalid-input` where fields of a ticket name what there is not. What stood there before may stay, even if it is gone since. */
export async function checkFields(
  { desk, events }: Pick<Ports, 'desk' | 'events'>,
  { access, catalogue, today }: { access: Access; catalogue: Catalogue; today: Day },
  change: TicketChange & { measure?: Measure },
  before?: Ticket,
): Promise<void> {
  const people = new Set<string>((await everybody(desk)).map(({ id }) => id));
  const departments = new Set<string>((await everyDepartment(desk)).map(({ id }) => id));
  const errors: InputErrors = [];
  const refuse = (pointer: string, reason: string) => errors.push({ pointer, reason });
  const person = (pointer: string, id: PersonId | undefined, known: readonly (PersonId | undefined)[] = []) => {
    if (id !== undefined && !people.has(id) && !known.includes(id)) refuse(pointer, `there is no person "${id}"`);
  };
  const date = (pointer: string, day: Day | undefined) => {
    if (day !== undefined && !exists(day)) refuse(pointer, `there is no day ${day}`);
  };

  const locus = change.locus ?? before?.locus;
  if (change.locus) for (const [field, reason] of locusErrors(catalogue, change.locus)) refuse(`/locus/${field}`, reason);
  person('/owner', change.owner, [before?.owner]);
  if (change.department !== undefined && !departments.has(change.department) && change.department !== before?.department) refuse('/department', `there is no department "${change.department}"`);
  date('/due', change.due);
  change.watchers?.forEach((id, index) => person(`/watchers/${index}`, id, before?.watchers));
  change.measures?.forEach(({ id, owner, due, doneOn }, index, all) => {
    const at = `/measures/${index}`;
    if (all.findIndex((one) => one.id === id) !== index) refuse(`${at}/id`, `"${id}" stands there twice`);
    person(`${at}/owner`, owner, before?.measures.map((one) => one.owner));
    date(`${at}/due`, due);
    date(`${at}/doneOn`, doneOn);
    if (doneOn !== undefined && doneOn > today) refuse(`${at}/doneOn`, `${doneOn} has not come`);
  });
  change.effective?.forEach(({ touchpoint, day }, index, all) => {
    const at = `/effective/${index}`;
    date(`${at}/day`, day);
    if (all.findIndex((one) => one.touchpoint === touchpoint) !== index) refuse(`${at}/touchpoint`, `"${touchpoint}" stands there twice`);
    if (locus?.touchpoint !== undefined && locus.touchpoint !== touchpoint) refuse(`${at}/touchpoint`, `the locus is on "${locus.touchpoint}" alone`);
    const known = catalogue.touchpoints.some(({ id }) => id === touchpoint) || before?.effective.some((one) => one.touchpoint === touchpoint);
    if (!known) refuse(`${at}/touchpoint`, `the catalogue has no touchpoint "${touchpoint}"`);
  });
  date('/complaint/receivedOn', change.complaint?.receivedOn);
  date('/complaint/extension/on', change.complaint?.extension?.on);
  person('/complaint/extension/by', change.complaint?.extension?.by, [before?.complaint?.extension?.by]);
  for (const [index, id] of (change.instances ?? []).entries()) {
    if (before?.instances.includes(id)) continue;
    if (!(await events.story(access, id))) refuse(`/instances/${index}`, `there is no journey instance "${id}"`);
  }
  if (errors.length > 0) throw new ProblemError('invalid-input', 'Something in the ticket names what there is not.', { errors });
}

function exists(day: Day): boolean {
  try {
    return Number.isInteger(dayNumber(day));
  } catch {
    return false;
  }
}

/** What a locus names that the catalogue does not have, field by field. */
function locusErrors({ journeys, touchpoints, reasons }: Catalogue, { journey, step, touchpoint, reason }: Locus): [field: keyof Locus, reason: string][] {
  const known = journeys.find(({ id }) => id === journey);
  const errors: [keyof Locus, string][] = [];
  if (!known) errors.push(['journey', `the catalogue has no journey "${journey}"`]);
  else if (step !== undefined && !known.steps.some(({ id }) => id === step)) errors.push(['step', `the journey has no step "${step}"`]);
  if (touchpoint !== undefined && !touchpoints.some(({ id }) => id === touchpoint)) errors.push(['touchpoint', `the catalogue has no touchpoint "${touchpoint}"`]);
  if (reason !== undefined && !reasons.some(({ id }) => id === reason)) errors.push(['reason', `the catalogue has no reason "${reason}"`]);
  return errors;
}
