import { expect, test } from 'vitest';
import { catalogue } from './catalogue';
import { touchpointId } from './ids';
import { mergeTouchpoint, splitTouchpoint, withTouchpoints } from './merge-touchpoints';

const [app, caps, hall] = ['app', 'APP', 'hall'].map((id) => touchpointId.parse(id)) as [ReturnType<typeof touchpointId.parse>, ReturnType<typeof touchpointId.parse>, ReturnType<typeof touchpointId.parse>]; // Three of three.
const { touchpoints } = catalogue.parse({ touchpoints: [app, caps, hall].map((id, order) => ({ id, name: { zh: id }, service: id === hall ? 'assisted' : 'self', place: 'online', initiative: 'customer', order })), journeys: [] });

test('a merged touchpoint is a name of the other, with the names it had itself', () => {
  const twice = mergeTouchpoint(mergeTouchpoint(touchpoints, hall, caps), caps, app);
  expect(twice).toMatchObject([{ id: 'app', aliases: ['APP', 'hall'] }]);
  expect(catalogue.parse({ touchpoints: twice, journeys: [] }).touchpoints).toEqual(twice);
  expect(mergeTouchpoint(touchpoints, app, app)).toEqual(touchpoints);
});

test('a name that is given back is a touchpoint again', () => {
  const back = splitTouchpoint(mergeTouchpoint(touchpoints, caps, app), caps);
  expect(back.map(({ id, aliases }) => [id, aliases])).toEqual([['app', undefined], ['APP', undefined], ['hall', undefined]]);
});

test('a change of touchpoints takes out what was merged, and adds what was given back', () => {
  const ids = (whole: { touchpoints: readonly { id: string }[] }) => whole.touchpoints.map(({ id }) => id);
  const merged = withTouchpoints({ touchpoints }, mergeTouchpoint(touchpoints, caps, app).slice(0, 1));
  expect(ids(merged)).toEqual(['app', 'hall']);
  expect(ids(withTouchpoints(merged, splitTouchpoint(merged.touchpoints, caps)))).toEqual(['app', 'hall', 'APP']);
});

test('an id that is used twice is no catalogue', () => {
  expect(() => catalogue.parse({ touchpoints: [{ ...touchpoints[0], aliases: ['hall'] }, touchpoints[2]], journeys: [] })).toThrow(/used twice/);
});
