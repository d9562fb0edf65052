import { expect, test } from 'vitest';
import { DEFAULT_THEMES } from './default-themes';
import { commentReader, type Segmenter, unknownWords } from './read-comment';
import { themeDictionary } from './theme';

/** As a segmenter cuts it, written with bars: so that this test is about the reading alone. */
const barred: Segmenter = (text) => text.split('|');
const dictionary = themeDictionary.parse({
  themes: [
    { id: 'limit', name: { zh: '额度' }, words: ['上限', '额度', 'limit'] },
    { id: 'face', name: { zh: '人脸' }, words: ['人脸', '人脸识别', '刷脸', 'face check'] },
    { id: 'wait', name: { zh: '等待' }, words: ['等了', '三天', '慢', 'wait'] },
    { id: 'staff', name: { zh: '态度' }, words: ['客服'] },
  ],
  positive: ['好', '满意', 'good'],
  negative: ['差', '失败', 'slow'],
  negations: ['不', 'not'],
});
const read = commentReader(dictionary, barred);
const themes = (text: string) => read(text, 8).themes;
const tone = (text: string, score = 8) => read(text, score).sentiment;

test('a theme is found by its words, whatever the segmenter made of them', () => {
  expect(themes('人脸识别|总|失败')).toEqual(['face']);
  expect(themes('人脸|识别|总|失败')).toEqual(['face']);
});

test('a word is found only where it begins and ends with a segment', () => {
  expect(themes('马|上限|时')).toEqual(['limit']);
  expect(themes('马上|限时')).toEqual([]);
});

test('the theme with most of the words comes first; those with less than half of it are left out', () => {
  expect(themes('额度|上限|，|刷脸')).toEqual(['limit', 'face']);
  expect(themes('额度|上限|慢')).toEqual(['limit']);
});

test('a word that is said twice counts once, ties go by the order of the dictionary', () => {
  expect(themes('客服|客服|客服|刷脸')).toEqual(['face', 'staff']);
});

test('at most three themes are taken', () => {
  expect(themes('额度|刷脸|等了|客服')).toEqual(['limit', 'face', 'wait']);
});

test('English is read without case, in phrases, and with its endings', () => {
  expect(themes('The| |Face| |Check| |failed')).toEqual(['face']);
  expect(themes('i| |waited| |for| |limits')).toEqual(['limit', 'wait']);
  expect(themes('waiter')).toEqual([]);
});

test('the score speaks, and words move it by two at most', () => {
  expect([tone('', 9), tone('', 8), tone('', 6)]).toEqual(['positive', 'neutral', 'negative']);
  expect([tone('满意'), tone('差')]).toEqual(['positive', 'negative']);
  expect(tone('差|，|失败|，|差', 10)).toBe('neutral');
  expect(tone('好|满意', 0)).toBe('neutral');
});

test('a negation turns the word after it round, over one word between but not over two', () => {
  expect(tone('不|满意')).toBe('negative');
  expect(tone('不|是|满意')).toBe('negative');
  expect(tone('不|知道|是|满意')).toBe('positive');
  expect(tone('not| |good')).toBe('negative');
});

test('what a comment may teach are its words that nobody knows yet', () => {
  expect(unknownWords(dictionary, barred, '额度|审批|很|严|，|审批|the|branch|我们')).toEqual(['审批', 'branch']);
});

test('a word of two themes is refused, and says whose it is', () => {
  const [first] = dictionary.themes;
  const double = { ...dictionary, themes: [first, { id: 'other', name: { zh: '别的' }, words: ['LIMIT'] }] };
  expect(themeDictionary.safeParse(double).error?.issues).toMatchObject([{ path: ['themes', 1, 'words', 0], message: '"LIMIT" is a word of limit already' }]);
});

test('the shipped dictionary keeps its own rules and has both languages for each theme', () => {
  for (const { name, words } of DEFAULT_THEMES.themes) {
    expect(name.en).toBeDefined();
    expect(words.some((word) => /[a-z]/.test(word)) && words.some((word) => /\p{Script=Han}/u.test(word))).toBe(true);
  }
});
