import { journeyId, organisationId } from '#model';
import { expect, test } from 'vitest';
import { panoramaSearch } from './search';
import { absolute, compareOf, filterOf, insideOf, layerParam, layersOf, listSelection, mapQueryOf, needsNewestDay, outOf, type Place, rebase, selectionParam, withList, withSelection } from './url';

const loan = journeyId.parse('loan');
const overview: Place = { level: 'overview' };
const inLoan: Place = { level: 'journey', journey: loan };
const read = panoramaSearch;

test('an empty address asks for the last 30 days of data, compared with the same weekdays before', () => {
  expect(mapQueryOf(read({}), overview, undefined)).toEqual({ level: 'overview', compare: 'weekdays' });
  expect(needsNewestDay(read({}))).toBe(false);
});

test('what is mistyped in an address is left out, the rest is kept', () => {
  expect(read({ period: '8d', organisation: 'gd', kind: 'boredom', list: 'instances' })).toEqual({ organisation: 'gd', list: 'instances' });
});

test('one journey and several are both read', () => {
  expect(read({ journey: 'loan' }).journey).toEqual(['loan']);
  expect(read({ journey: ['loan', 'claim'] }).journey).toEqual(['loan', 'claim']);
});

test('relative ranges end at the newest day with data', () => {
  expect(needsNewestDay(read({ period: '7d' }))).toBe(true);
  expect(filterOf(read({ period: '7d' }), overview, '2026-03-02')).toEqual({ from: '2026-02-24', to: '2026-03-02' });
  expect(filterOf(read({ period: 'year' }), overview, '2026-03-02')).toEqual({ from: '2026-01-01', to: '2026-03-02' });
});

test('an absolute range wins over a relative one', () => {
  const search = read({ period: '90d', from: '2026-01-05', to: '2026-01-06' });
  expect(needsNewestDay(search)).toBe(false);
  expect(filterOf(search, inLoan, '2026-03-02')).toEqual({ journey: ['loan'], from: '2026-01-05', to: '2026-01-06' });
});

test('a comparison that lacks its days or its organisation is none', () => {
  expect(compareOf(read({ compare: 'custom', compareFrom: '2026-01-01' }))).toEqual({});
  expect(compareOf(read({ compare: 'organisation' }))).toEqual({});
  expect(compareOf(read({ compare: 'organisation', compareOrganisation: 'gd' }))).toEqual({ compareOrganisation: 'gd' });
  expect(compareOf(read({ compare: 'none', compareOrganisation: 'gd' }))).toEqual({});
});

test('layers are in the address only where they differ from what the level draws', () => {
  expect(layerParam(layersOf(read({}), 'overview'), 'overview')).toBeUndefined();
  expect(layerParam(new Set(), 'journey')).toEqual(['none']);
  expect([...layersOf(read({ layer: 'none' }), 'journey')]).toEqual([]);
  expect([...layersOf(read({ layer: ['flows'] }), 'overview')]).toEqual(['flows']);
});

test('a list is of the filter the map has answered, and all that narrows it', () => {
  const search = withList(read({ organisation: 'gd', story: 'x' }), { node: 'quote~app', list: 'interruptions', kind: 'limit' });
  expect(search.story).toBeUndefined();
  expect(listSelection(search, inLoan, { journeys: [loan], from: '2026-01-01', to: '2026-01-30', organisation: organisationId.parse('gd') })).toEqual({
    level: 'journey',
    journey: ['loan'],
    from: '2026-01-01',
    to: '2026-01-30',
    organisation: 'gd',
    node: 'quote~app',
    kind: 'limit',
    rows: 'interruptions',
  });
});

test('a list of one journey on the overview narrows to it, whatever journeys the filter has', () => {
  const search = withList(read({ journey: ['loan', 'claim'] }), { of: loan, list: 'instances', state: 'lost' });
  expect(listSelection(search, overview, { journeys: search.journey, from: '2026-01-01', to: '2026-01-30' }).journey).toEqual(['loan']);
});

test('selecting something else closes the list and the story but keeps the filter', () => {
  const search = withSelection(read({ segment: 'over-60', list: 'visits', story: 'x', node: 'a~b' }), selectionParam('loss:c~d'));
  expect(search).toMatchObject({ segment: 'over-60', edge: 'loss:c~d' });
  expect([search.node, search.list, search.story]).toEqual([undefined, undefined, undefined]);
});

test('going out closes the story, then the list, then the selection', () => {
  const story = read({ node: 'a~b', list: 'interruptions', kind: 'limit', story: 'x' });
  const list = outOf(story);
  expect(list).toMatchObject({ node: 'a~b', list: 'interruptions', kind: 'limit', story: undefined });
  const node = outOf(list);
  expect(node).toMatchObject({ node: 'a~b', list: undefined, kind: undefined });
  expect(outOf(node).node).toBeUndefined();
});

test('a link to copy has its days written out', () => {
  const search = absolute(read({ period: '7d', node: 'a~b' }), { from: '2026-01-01', to: '2026-01-07' });
  expect(search).toMatchObject({ from: '2026-01-01', to: '2026-01-07', node: 'a~b', period: undefined });
});

test('two changes that start from the same address both hold', () => {
  const from = read({ period: '7d', node: 'loan~app' });
  const table = read({ period: '7d', node: 'loan~app', view: 'table' });
  expect(rebase(table, from, { ...from, period: '90d' })).toEqual({ ...table, period: '90d' });
  expect(rebase(table, from, { ...from, period: undefined })).toEqual({ ...table, period: undefined });
  // What the next address does not name is gone from it.
  expect(rebase(table, from, read({ period: '7d' }))).toEqual({ ...table, node: undefined });
});

test('what is played is a day of the map, whatever the period, and an hour of its lists', () => {
  expect(mapQueryOf(read({ period: '90d', at: '2026-11-12' }), overview, '2026-11-26')).toMatchObject({ from: '2026-11-12', to: '2026-11-12' });
  const hour = read({ at: '2026-11-12T14', list: 'instances' });
  expect(mapQueryOf(hour, overview, '2026-11-26')).toMatchObject({ from: '2026-11-12', to: '2026-11-12' });
  const filter = { from: '2026-11-12', to: '2026-11-12' };
  const frame = { from: '2026-11-12T14:00:00+08:00', to: '2026-11-12T15:00:00+08:00' };
  expect(listSelection(hour, overview, filter, frame)).toMatchObject({ ...filter, startedFrom: frame.from, startedBefore: frame.to });
});

test('a list is narrowed to an organisation and a segment within those of the filter, and they go with it', () => {
  const gz = organisationId.parse('gd-gz');
  const search = { ...withList(read({ organisation: 'gd' }), { list: 'instances', state: 'lost' }), listOrganisation: gz };
  expect(listSelection(search, overview, { from: '2026-01-01', to: '2026-01-30', organisation: organisationId.parse('gd') })).toMatchObject({ organisation: 'gd-gz', state: 'lost' });
  expect(outOf(search)).toMatchObject({ organisation: 'gd', listOrganisation: undefined });
});

test('places grouped as 其他 are asked for where the address opens them', () => {
  expect(mapQueryOf(read({ nodes: 'all' }), inLoan, undefined)).toMatchObject({ nodes: 'all' });
  expect(mapQueryOf(read({}), inLoan, undefined)).not.toHaveProperty('nodes');
});

test('into a journey the days in front go along, where its own newest day is another', () => {
  const shown = { from: '2026-05-19', to: '2026-06-17' };
  expect(insideOf(read({ organisation: 'gd' }), shown, '2026-06-16')).toMatchObject({ organisation: 'gd', ...shown });
  expect(insideOf(read({ period: '30d' }), shown, '2026-06-16')).toMatchObject({ period: undefined, ...shown });
  // Its own range is the same, or the only one with data, or the days are named already.
  for (const lastDay of ['2026-06-17', '2026-06-18', '2026-05-18', undefined]) expect(insideOf(read({ period: '30d' }), shown, lastDay).from).toBeUndefined();
  expect(insideOf(read({ from: '2026-06-01', to: '2026-06-02' }), shown, '2026-06-16')).toMatchObject({ from: '2026-06-01', to: '2026-06-02' });
  expect(insideOf(read({ at: '2026-06-03' }), { from: '2026-06-03', to: '2026-06-03' }, '2026-06-16')).toMatchObject({ at: '2026-06-03', from: undefined });
});
