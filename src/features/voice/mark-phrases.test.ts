import { expect, test } from 'vitest';
import { markPhrases } from './mark-phrases';

test('what was looked for is marked, whatever its case and characters', () => {
  expect(markPhrases('App 人脸 app (3)', ['app', '(3)'])).toEqual([
    { part: 'App', isMarked: true, at: 0 },
    { part: ' 人脸 ', isMarked: false, at: 3 },
    { part: 'app', isMarked: true, at: 7 },
    { part: ' ', isMarked: false, at: 10 },
    { part: '(3)', isMarked: true, at: 11 },
  ]);
});

test('without a search nothing is marked', () => {
  expect(markPhrases('人脸', [])).toEqual([{ part: '人脸', isMarked: false, at: 0 }]);
});
