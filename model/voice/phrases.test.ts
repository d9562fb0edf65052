import { expect, test } from 'vitest';
import { phrasesOf } from './phrases';

test.each([
  ['', []],
  ['  ', []],
  ['人脸', ['人脸']],
  ['人脸 失败', ['人脸', '失败']],
  ['“没有人 联系我” App', ['没有人 联系我', 'app']],
  ['"Call Back" 三天', ['call back', '三天']],
  ['「一直转圈」', ['一直转圈']],
  ['"open', ['open']],
  ['a a', ['a']],
  ['""', []],
])('%s asks for %j', (search, phrases) => {
  expect(phrasesOf(search)).toEqual(phrases);
});
