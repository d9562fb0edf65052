import { layoutGrid } from '#graph';
import { journeyId, stepId, touchpointId } from '#model';
import { expect, test } from 'vitest';
import { sampleCatalogue } from './sample-answer.suite';
import { journeyGrid, type KnownPlace, overviewGrid, titleLinesOf } from './structure';

const loan = journeyId.parse('loan');
const known = (id: string): KnownPlace => {
  const [step = '', touchpoint = ''] = id.split('~');
  return { id, step: stepId.parse(step), touchpoint: touchpointId.parse(touchpoint) };
};

test('touchpoints stand by group: self-service, then people online, then on site', () => {
  expect(overviewGrid(sampleCatalogue, undefined, new Set()).columns.map(({ id }) => id)).toEqual(['app', 'video', 'counter', 'result']);
});

test('a place of the overview stands where it stands whatever other places there are', () => {
  const at = (...ids: string[]) => layoutGrid(overviewGrid(sampleCatalogue, undefined, new Set(ids))).cells.get('claim~video');
  const alone = at('claim~video');
  const among = at('loan~app', 'loan~video', 'claim~app', 'claim~video', 'claim~counter');
  expect([among?.x, among?.y]).toEqual([alone?.x, alone?.y]);
});

test('an overview of chosen journeys has their lanes alone, in the order of the catalogue', () => {
  expect(overviewGrid(sampleCatalogue, [loan], new Set()).lanes).toEqual([{ id: 'loan' }]);
});

test('before any place is known a journey shows all stages and touchpoints', () => {
  const spec = journeyGrid(sampleCatalogue, loan, [], 1);
  expect(spec.columns.map(({ id }) => id)).toEqual(['quote', 'paid']);
  expect(spec.lanes.map(({ id }) => id)).toEqual(['app', 'video', 'counter']);
});

test('a journey has lanes only for touchpoints where a step is known to happen', () => {
  const spec = journeyGrid(sampleCatalogue, loan, [known('top-up~video'), known('quote~app'), known('quote~video')], 1);
  expect(spec.lanes.map(({ id }) => id)).toEqual(['app', 'video']);
  expect(spec.places.map(({ id }) => id)).toEqual(['quote~app', 'quote~video', 'top-up~video']);
});

test('a step the catalogue does not know has no cell', () => {
  expect(journeyGrid(sampleCatalogue, loan, [known('dance~app')], 1).places).toEqual([]);
});

test('names too long for one line get two', () => {
  expect(titleLinesOf(['额度试算', '人工补额'])).toBe(1);
  expect(titleLinesOf(['额度试算', 'Raise the amount with an agent'])).toBe(2);
});

test('of more touchpoints than fit as columns, those of a group share one and keep their order', () => {
  const [first] = sampleCatalogue.touchpoints;
  const touchpoints = Array.from({ length: 40 }, (_, order) => ({ ...first, id: touchpointId.parse(`g${order}`), name: { zh: `G ${order}` }, service: 'self' as const, place: 'online' as const, initiative: 'customer' as const, order }));
  const catalogue = { ...sampleCatalogue, touchpoints };
  const spec = overviewGrid(catalogue, [loan], new Set(touchpoints.map(({ id }) => `loan~${id}`)));
  expect(spec.columns).toEqual([{ id: 'self', group: 'self' }, { id: 'result' }]);
  const grid = layoutGrid(spec);
  expect(grid.cells.size).toBe(41);
  expect(grid.rows.length).toBeGreaterThan(3);
  const order = touchpoints.map(({ id }) => grid.cells.get(`loan~${id}`)).map((cell) => (cell ? cell.row * 100 + cell.track : -1));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});
