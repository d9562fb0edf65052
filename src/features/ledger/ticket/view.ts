import type { CatalogueAnswer, EvidenceAnswer, Me, TicketTold } from '#contract';
import type { Day, Department, DepartmentId, Person, PersonId } from '#model';
import type { CatalogueNames } from '#ui';
import { createContext, useContext } from 'react';
import type { TicketEdits } from './use-ticket-edits';

/** What every part of the ticket page works with. */
export interface TicketView {
  /** With the edits that are still on their way. */
  ticket: TicketTold;
  edits: TicketEdits;
  evidence: EvidenceAnswer | undefined;
  /** The evidence on screen is that of the ticket as it is: nothing is on its way. */
  evidenceIsFresh: boolean;
  catalogue: CatalogueAnswer;
  names: CatalogueNames;
  me: Me;
  people: readonly Person[];
  departments: readonly Department[];
  personName: (id: PersonId) => string;
  departmentName: (id: DepartmentId) => string;
  zone: string;
  /** The business day of a moment, in the zone. */
  dayOf: (at: string) => Day;
  /** The business day of the answer. */
  today: Day;
  /** May change anything in this ticket at all: it is open. */
  editable: boolean;
}

export const TicketContext = createContext<TicketView | undefined>(undefined);

export function useTicketView(): TicketView {
  const view = useContext(TicketContext);
  if (!view) throw new Error('A part of the ticket page stands outside it.');
  return view;
}
