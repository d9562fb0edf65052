import { DEFAULT_THEMES, themeId } from '#model';
import { expect, test } from 'vitest';
import { refusalOf, withoutTheme, withTheme, withWords, wordsOf, writeWords } from './dictionary-draft';

test('words are apart by commas of any kind and lines, each once', () => {
  expect(wordsOf(' 人脸、刷脸, face check，人脸\n\n；眨眼')).toEqual(['人脸', '刷脸', 'face check', '眨眼']);
  expect(wordsOf(writeWords(['a', 'b']))).toEqual(['a', 'b']);
});

test('a new theme gets an id of its English name that nobody has', () => {
  const once = withTheme(DEFAULT_THEMES, '网点', 'At a branch!');
  const twice = withTheme(once, '网点', 'At a branch');
  expect(twice.themes.slice(-2).map(({ id }) => id)).toEqual(['at-a-branch', 'at-a-branch-2']);
  expect(withTheme(DEFAULT_THEMES, '网点', '').themes.at(-1)).toMatchObject({ id: 'theme', name: { zh: '网点' } });
  expect(withoutTheme(once, themeId.parse('at-a-branch'))).toEqual(DEFAULT_THEMES);
});

test('a word that another theme has is named', () => {
  expect(refusalOf(DEFAULT_THEMES)).toEqual([]);
  expect(refusalOf(withWords(DEFAULT_THEMES, themeId.parse('wait'), ['人脸', '等待']))).toEqual(['人脸']);
});
