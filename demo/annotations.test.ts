import { expect, test } from 'vitest';
import { demoAnnotations } from './annotations';
import { dayOfDate, startOf } from './calendar';
import { demoCatalogue } from './catalogue';
import { incidentOf } from './programme';

const until = startOf(dayOfDate('2026-11-26'));

test('every incident of the past year is written down on its day, and releases, fixes and campaigns beside it', () => {
  const told = demoAnnotations({ seed: 'throughline', until });
  const incidents = told.filter(({ kind }) => kind === 'incident');
  expect(incidents.length).toBeGreaterThanOrEqual(13);
  for (const { day, text } of incidents) expect(incidentOf('throughline', dayOfDate(day))?.name.zh).toBe(text);
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['incident', 'release', 'fix', 'campaign']));
  expect(told.every(({ day }) => day <= '2026-11-26')).toBe(true);
});

test('they speak of places that there are', () => {
  const { journeys, touchpoints } = demoCatalogue();
  const told = demoAnnotations({ seed: 'throughline', until });
  expect(told.length).toBeGreaterThan(13);
  for (const { locus } of told) {
    const journey = journeys.find(({ id }) => id === locus.journey);
    if (locus.journey !== undefined) expect(journey, locus.journey).toBeDefined();
    if (locus.step !== undefined) expect(journey?.steps.map(({ id }) => id)).toContain(locus.step);
    if (locus.touchpoint !== undefined) expect(touchpoints.map(({ id }) => id)).toContain(locus.touchpoint);
  }
});
