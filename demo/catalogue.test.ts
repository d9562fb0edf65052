import { DAY, role } from '#model';
import { expect, test } from 'vitest';
import { demoCatalogue } from './catalogue';
import { JOURNEYS } from './journeys';
import { demoPeople } from './people';

const STEPS = JOURNEYS.flatMap(({ stages }) => stages.flatMap((stage) => stage.steps));
const { touchpoints, journeys, organisations, reasons, segments } = demoCatalogue();

test('there are seven touchpoints and eight journeys, in the order of the panorama', () => {
  expect(touchpoints.map((one) => one.name.zh)).toEqual(['APP', '微信', '官网', '空中客服', '95519', '柜面', '销售员']);
  const names = ['保单借款', '续期交费', '理赔申请', '保全变更', '身份核验', '投保双录', '电子保单', '退保'];
  expect(journeys.map((one) => one.name.zh)).toEqual(names);
});

test('every journey has 5 or 6 stages and 5 to 9 steps, ends somewhere, and gives up on customers after 1 to 7 days', () => {
  for (const { stages, steps, idleLostMs } of journeys) {
    expect([5, 6]).toContain(stages.length);
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.length).toBeLessThanOrEqual(9);
    expect(steps.filter((step) => step.completes)).toHaveLength(1);
    expect(idleLostMs).toBeGreaterThanOrEqual(DAY);
    expect(idleLostMs).toBeLessThanOrEqual(7 * DAY);
  }
});

test('every name is there in Chinese and in English', () => {
  const { departments, people } = demoPeople();
  const parts = journeys.flatMap((one) => [one, ...one.stages, ...one.steps]);
  for (const { name } of [...touchpoints, ...parts, ...organisations, ...reasons, ...segments, ...departments, ...people]) {
    expect(name.en).toBeTruthy();
  }
});

test('people belong to departments, and departments to organisations, that exist', () => {
  const { departments, people } = demoPeople();
  const known = new Set<string>(organisations.map((one) => one.id));
  for (const { organisation } of departments) expect(known).toContain(organisation);
  for (const { department, organisation } of people) {
    expect(departments.find((one) => one.id === department)?.organisation).toBe(organisation);
  }
  expect(new Set(people.map((one) => one.id)).size).toBe(people.length);
  expect(new Set(people.flatMap((one) => one.roles))).toEqual(new Set(role.options));
});

test('a break is possible where its step is walked, and in the way its step can show', () => {
  const wrong = STEPS.filter(({ standard, maxAttempts, only, breaks = [] }) =>
    breaks.some(
      ({ kind, percent, reasons: why }) =>
        Object.keys(percent).some((touchpoint) => only?.every((one) => one !== touchpoint)) ||
        (kind === 'overrun' && standard === undefined) ||
        (kind === 'repetition' && maxAttempts === undefined) ||
        (why !== undefined) !== (kind === 'limit' || kind === 'failure'),
    ),
  );
  expect(wrong).toEqual([]);
});

test('what mends a break is a step of the same journey, after the break', () => {
  const wrong = JOURNEYS.flatMap(({ stages }) => {
    const steps = stages.flatMap((stage) => stage.steps);
    const ids = steps.map((step) => step.id);
    return steps.filter(({ mendedBy }, index) => mendedBy !== undefined && ids.indexOf(mendedBy) <= index);
  });
  expect(wrong).toEqual([]);
});
