import type { TicketRow, TicketSort } from '#contract';
import { zoneOf } from '#model';
import { classes, formatsOf, kindWords, TicketStateTag, ticketStateWords, type Language } from '#ui';
import type { ReactNode } from 'react';
import type { LedgerWord } from './ledger-texts';
import styles from './ticket-table.module.css';
import { dueWords, placeWords, type Told } from './told';

export const COLUMN_IDS = ['id', 'title', 'state', 'place', 'owner', 'department', 'due', 'measures', 'baseline', 'effect', 'testDay', 'statutory', 'updated'] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** A column of the table and of the CSV. */
export interface Column {
  id: ColumnId;
  header: LedgerWord;
  /** CSS pixels; at least so many where it takes what the others leave. */
  width: number;
  grows?: boolean;
  isNumber?: boolean;
  /** The orders the server has for it, in the order that pressing its header takes them. */
  sorts?: readonly TicketSort[];
  cell: (row: TicketRow, told: Told, words: Words) => ReactNode;
  /** The same for a spreadsheet: exact, days as days. */
  plain: (row: TicketRow, told: Told, words: Words) => string | number;
}

/** Words of the model in the language on screen. */
export interface Words {
  kinds: (typeof kindWords)['zh'];
  states: (typeof ticketStateWords)['zh'];
}
export const wordsOf = (language: Language): Words => ({ kinds: kindWords[language], states: ticketStateWords[language] });

const NONE = <span className={styles.none}>—</span>;
const perCent = (proportion: number): string => (proportion * 100).toFixed(1);
/** Fifteen digits are what a double is sure of: 0.07 × 100 is 7, not 7.000000000000001. */
const exactly = (proportion: number): number => Number((proportion * 100).toPrecision(15));

const COLUMNS: Record<ColumnId, Omit<Column, 'id'>> = {
  id: {
    header: 'id',
    width: 84,
    sorts: ['id', '-id'],
    cell: ({ id }) => <span className={styles.id}>{id}</span>,
    plain: ({ id }) => id,
  },
  title: {
    header: 'ticketTitle',
    width: 200,
    grows: true,
    sorts: ['title'],
    cell: ({ title }) => title,
    plain: ({ title }) => title,
  },
  state: {
    header: 'state',
    width: 150,
    sorts: ['state'],
    cell: ({ state, recurrences, tested }, { t }, { states }) => (
      <>
        <TicketStateTag state={state} />
        {recurrences > 0 && (
          <span className={styles.recurred} title={states.recurred}>
            <span aria-hidden="true">⟲</span>
            <span className={styles.hidden}> {states.recurred}</span>
          </span>
        )}
        {tested && (
          <span className={tested.passed ? styles.passed : styles.failed} title={tested.passed ? t.testPassed : t.testFailed}>
            <span aria-hidden="true">{tested.passed ? '✓' : '×'}</span>
            <span className={styles.hidden}> {tested.passed ? t.testPassed : t.testFailed}</span>
          </span>
        )}
      </>
    ),
    plain: ({ state, recurrences, tested }, { t }, { states }) => [states[state], recurrences > 0 && t.recurred, tested && (tested.passed ? t.testPassed : t.testFailed)].filter(Boolean).join(' '),
  },
  place: {
    header: 'place',
    width: 190,
    cell: (row, told, { kinds }) => placeWords(row, told, kinds),
    plain: (row, told, { kinds }) => placeWords(row, told, kinds),
  },
  owner: {
    header: 'owner',
    width: 92,
    sorts: ['owner'],
    cell: ({ owner, state }, { lookup, t }) => (owner ? lookup.person(owner) : state === 'closed' || state === 'waived' ? NONE : <span className={styles.missing}>{t.unowned}</span>),
    plain: ({ owner }, { lookup }) => (owner ? lookup.person(owner) : ''),
  },
  department: {
    header: 'ofDepartment',
    width: 110,
    sorts: ['department'],
    cell: ({ department }, { lookup }) => (department ? lookup.department(department) : NONE),
    plain: ({ department }, { lookup }) => (department ? lookup.department(department) : ''),
  },
  due: {
    header: 'due',
    width: 152,
    sorts: ['due', '-due'],
    cell: (row, told) =>
      row.due ? (
        <>
          {told.formats.shortDay(row.due)} <span className={classes(row.daysLate > 0 ? styles.bad : styles.quiet)}>{dueWords(row, told)}</span>
        </>
      ) : (
        NONE
      ),
    plain: ({ due }) => due ?? '',
  },
  measures: {
    header: 'measures',
    width: 80,
    isNumber: true,
    cell: ({ measures: { done, all } }) => (all === 0 ? NONE : `${done}/${all}`),
    plain: ({ measures: { done, all } }) => `${done}/${all}`,
  },
  baseline: {
    header: 'baseline',
    width: 86,
    isNumber: true,
    sorts: ['-rate'],
    cell: ({ baseline }) => (baseline ? <span title={fraction(baseline)}>{perCent(baseline.rate)}</span> : NONE),
    plain: ({ baseline }) => (baseline ? exactly(baseline.rate) : ''),
  },
  effect: {
    header: 'effect',
    width: 88,
    isNumber: true,
    cell: ({ drop }) => (drop === undefined ? NONE : <span className={drop > 0 ? styles.good : styles.bad}>{signed(-drop)}</span>),
    plain: ({ drop }) => (drop === undefined ? '' : exactly(-drop)),
  },
  testDay: {
    header: 'testDay',
    width: 72,
    cell: ({ testDay }, { formats }) => (testDay ? <span title={testDay}>{formats.shortDay(testDay)}</span> : NONE),
    plain: ({ testDay }) => testDay ?? '',
  },
  statutory: {
    header: 'statutory',
    width: 78,
    cell: ({ statutoryDue }, { formats, today }) =>
      statutoryDue ? <span title={statutoryDue} className={classes(statutoryDue < today && styles.bad)}>{formats.shortDay(statutoryDue)}</span> : NONE,
    plain: ({ statutoryDue }) => statutoryDue ?? '',
  },
  updated: {
    header: 'updated',
    width: 104,
    sorts: ['-updatedAt'],
    cell: ({ updatedAt }, { formats, zone }) => <span className={styles.quiet} title={formats.dateTime(updatedAt, zone)}>{formats.shortDay(zoneOf(zone).dayOf(Date.parse(updatedAt)))} {formats.time(updatedAt, zone).slice(0, 5)}</span>,
    plain: ({ updatedAt }, { zone }) => formatsOf('zh').dateTime(updatedAt, zone),
  },
};

export const columnOf = (id: ColumnId): Column => ({ id, ...COLUMNS[id] });

const fraction = ({ hits, n, from, to }: NonNullable<TicketRow['baseline']>): string => `${hits} ÷ ${n} (${from} – ${to})`;

const signed = (proportion: number): string => {
  const figure = (Math.abs(proportion) * 100).toFixed(1);
  return figure === '0.0' ? figure : `${proportion > 0 ? '+' : '−'}${figure}`;
};
