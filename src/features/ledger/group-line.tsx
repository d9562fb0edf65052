import type { TicketGroup } from '#contract';
import { classes, TicketStateTag, useFormats, useTexts } from '#ui';
import { TICKET_STATES, type DepartmentId, type JourneyId, type PersonId } from '#model';
import { cellId } from './cell-id';
import type { Words } from './columns';
import type { Group } from './layout';
import { ledgerTexts } from './ledger-texts';
import type { LinePlace } from './table-lines';
import styles from './ticket-table.module.css';
import type { Told } from './told';

interface GroupLineProps extends LinePlace {
  by: TicketGroup | undefined;
  group: Group;
  open: boolean;
  /** Columns it goes over. */
  span: number;
  told: Told;
  words: Words;
}

/** The heading of a group, which opens and closes it. */
export function GroupLine({ id, line, start, activeColumn, by, group, open, span, told }: GroupLineProps) {
  const t = useTexts(ledgerTexts);
  const { exact } = useFormats();
  const state = by === 'state' ? TICKET_STATES.find((one) => one === group.key) : undefined;
  return (
    <div role="row" aria-rowindex={line + 2} className={classes(styles.line, styles.ticket, styles.group)} style={{ transform: `translateY(${start}px)` }} data-line={line}>
      <div role="gridcell" id={cellId(id, { line, column: activeColumn ?? 0 })} aria-colspan={span} className={classes(styles.cell, styles.heading, activeColumn !== undefined && styles.active)} data-column={0}>
        <button type="button" tabIndex={-1} aria-expanded={open}>
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {state ? <TicketStateTag state={state} /> : <b>{groupName(by, group.key, told)}</b>} <span className={styles.quiet}>{t.tickets(exact(group.count))}</span>
        </button>
      </div>
    </div>
  );
}

function groupName(by: TicketGroup | undefined, key: string | undefined, { lookup, t }: Told): string {
  // A key is an id of what is grouped by.
  switch (by) {
    case 'owner':
      return key === undefined ? t.unowned : lookup.person(key as PersonId);
    case 'department':
      return key === undefined ? t.noDepartment : lookup.department(key as DepartmentId);
    case 'journey':
      return key === undefined ? t.none : lookup.names.journey(key as JourneyId);
    default:
      return key ?? t.none;
  }
}
