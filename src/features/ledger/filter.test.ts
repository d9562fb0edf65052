import { getTickets } from '#contract';
import { expect, test } from 'vitest';
import { CHIPS, isChosen } from './chips';
import { boardStates, filterOf, isFiltered, questionOf, withFilter } from './filter';
import { ledgerSearch } from './search';

test('without a state the ledger asks for open tickets, with any for all', () => {
  expect(filterOf(ledgerSearch({}))).toEqual({ state: ['open'] });
  expect(filterOf(ledgerSearch({ state: 'any' }))).toEqual({});
  expect(filterOf(ledgerSearch({ state: ['closed', 'waived'] }))).toEqual({ state: ['closed', 'waived'] });
});

test('what the address filters is what the API reads', () => {
  const search = ledgerSearch({ owner: 'none', level: 'overview', node: 'loan~app', recurred: 'true', complaint: 'true', q: '人脸', sort: '-due', group: 'owner', view: 'board' });
  expect(getTickets.query?.parse(questionOf(search))).toEqual({
    state: ['open'], owner: 'none', level: 'overview', node: 'loan~app', recurred: true, complaint: true, q: '人脸', sort: '-due', group: 'owner',
  });
});

test('nonsense in the address is left out', () => {
  expect(ledgerSearch({ state: 'lost', sort: 'luck', due: 'never', owner: 'p1' })).toEqual({ owner: 'p1' });
  // As the router hands it on: with what it does not know.
  expect(questionOf(Object.assign(ledgerSearch({ owner: 'p1' }), { from_chat: '1' }))).toEqual({ state: ['open'], owner: 'p1' });
});

test('a chip replaces the filter and keeps order and view', () => {
  const waived = CHIPS.find(({ id }) => id === 'waived');
  const search = withFilter(ledgerSearch({ owner: 'me', q: 'x', sort: 'due', view: 'board' }), waived?.filter ?? {});
  expect(Object.fromEntries(Object.entries(search).filter(([, one]) => one !== undefined))).toEqual({ state: ['waived'], sort: 'due', view: 'board' });
  expect(CHIPS.filter((chip) => isChosen(chip, search)).map(({ id }) => id)).toEqual(['waived']);
  expect(isFiltered(search)).toBe(true);
  expect(isFiltered(ledgerSearch({ sort: 'due' }))).toBe(false);
});

test('a board has a column for each state that the filter lets in', () => {
  expect(boardStates(ledgerSearch({}))).toHaveLength(6);
  expect(boardStates(ledgerSearch({ state: 'open' }))).toEqual(['registered', 'assigned', 'remediating', 'verifying']);
  expect(boardStates(ledgerSearch({ state: ['waived', 'registered'] }))).toEqual(['registered', 'waived']);
});
