import { expect, test } from 'vitest';
import { defineTexts } from './texts';

test('every key stands in every language', () => {
  const texts = defineTexts({ title: { zh: '数据', en: 'Data' }, rows: { zh: (n: string) => `${n} 行`, en: (n: string) => `${n} rows` } });
  expect(texts.zh.title).toBe('数据');
  expect(texts.en.rows('3')).toBe('3 rows');
});

test('a language that is missing, or takes other values, does not compile', () => {
  const wrong = () => [
    // @ts-expect-error no English
    defineTexts({ title: { zh: '数据' } }),
    // @ts-expect-error the English takes another value
    defineTexts({ rows: { zh: (n: string) => n, en: (n: number) => String(n) } }),
  ];
  expect(wrong).toBeTypeOf('function');
});
