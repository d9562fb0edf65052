import { expect, test } from 'vitest';
import { writeBalance } from './balance-bar';

const balance = { entered: 4_862_000, smooth: 4_413_049, recovered: 72_049, handed: 214_049, detoured: 34_049, active: 36_049, lost: 92_755 };

const shownSum = (states: Record<string, string>): number => Math.round(Object.values(states).reduce((sum, text) => sum + Number.parseFloat(text.replaceAll(',', '')), 0) * 1_000) / 1_000;

test('the six figures add up to the seventh as they are shown, in both languages', () => {
  const zh = writeBalance(balance, 'zh');
  expect(zh.entered).toBe('486.2万');
  expect(shownSum(zh.states)).toBe(486.2);
  const en = writeBalance(balance, 'en');
  expect(en.entered).toBe('4.862M');
  expect(shownSum(en.states)).toBe(4.862);
});

test('small balances are written out', () => {
  const { entered, states } = writeBalance({ entered: 12_325, smooth: 11_000, recovered: 300, handed: 500, detoured: 25, active: 0, lost: 500 }, 'zh');
  expect(entered).toBe('12,325');
  expect(states).toEqual({ smooth: '11,000', recovered: '300', handed: '500', detoured: '25', active: '0', lost: '500' });
});
