import type { AnnotationTold } from '#contract';
import { journeyId } from '#model';
import { expect, test } from 'vitest';
import { npsFormatsOf } from './nps-formats';
import { npsWords } from './nps-words';
import { answer, series, ticket } from './sample-nps.suite';
import { bandMarks, bandPoints, notesOf, ticketsOf, trendRows } from './to-trend';

test('a period with fewer than 30 ratings has no point and says why; one that is not over is open', () => {
  const of = answer([series('loan', [30, undefined, 31.04])]);
  const points = bandPoints(trendRows(of, of.series[0] ?? of.all), npsWords.zh, npsFormatsOf('zh'));
  expect(points.map(({ value, open }) => [value, open])).toEqual([[30, false], [undefined, false], [31.04, true]]);
  expect(points[1]?.tip).toContain('样本不足（n = 21），少于 30 不给出点');
  expect(points[2]?.tip).toEqual(['2026-03 (截至 2026-03-17)', 'NPS 31.0 · 95% 区间 30.0 – 32.0', 'n = 5,000', '推荐者 2,500 · 贬损者 1,000']);
});

test('marks stand in the period of their day, and those outside are left out', () => {
  const { periods } = answer([]);
  expect(bandMarks(periods, [ticket('ZG-0001'), ticket('ZG-0002', { day: '2025-12-31' })], [])).toEqual([{ index: 1, label: '整改 ZG-0001', tone: 'ticket' }]);
});

test('a journey shows its own tickets, a total all of them', () => {
  const loan = ticket('ZG-0003', { at: { journey: journeyId.parse('loan') } });
  const of = answer([series('loan', [30, 30, 30])], { tickets: [ticket('ZG-0001'), loan] });
  expect(ticketsOf(of, { id: 'loan' })).toEqual([loan]);
  expect(ticketsOf(of, { id: 'important' })).toHaveLength(2);
});

test('a journey shows what was noted of it and of no journey in particular', () => {
  const note = (id: string, journey?: string): AnnotationTold => ({ id, kind: 'release', text: id, day: '2026-02-01', locus: { ...(journey !== undefined && { journey: journeyId.parse(journey) }) }, editable: false });
  const notes = [note('all'), note('loan', 'loan'), note('renewal', 'renewal')];
  expect(notesOf(answer([]), { id: 'loan' }, notes).map(({ id }) => id)).toEqual(['all', 'loan']);
  expect(notesOf(answer([]), { id: 'all' }, notes)).toHaveLength(3);
});
