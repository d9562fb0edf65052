import type { Missing, TaskMove } from '#contract';
import type { PersonId } from '#model';
import type { moveTexts } from './move-texts';

/** What a move still needs, in words; `undefined` when it needs nothing. */
export function sayMissing(missing: readonly Missing[], move: TaskMove, person: (id: PersonId) => string, t: (typeof moveTexts)['zh']): string | undefined {
  const [first] = missing;
  switch (first?.code) {
    case undefined:
      return undefined;
    case 'state':
      return first.params?.state === 'open' ? t.claimFirst : move === 'resume' ? t.reachFirst : t.notNow;
    case 'attempt-required':
      return t.attemptFirst;
    case 'assignee-required':
      return t.anotherPerson;
    case 'manager-required':
      // The parameter is the id of a person, as the model says.
      return first.params?.assignee === undefined ? t.managersMove : t.ownersMove(person(String(first.params.assignee) as PersonId));
    default:
      return t.notNow;
  }
}
