import { expect, test } from 'vitest';
import { localizeReason } from './reason-words';

test('a known reason is told in Chinese with what it quotes', () => {
  expect(localizeReason('the journey has no step "dance"', 'zh')).toBe('旅程里没有步骤“dance”');
  expect(localizeReason('A quote that opens on line 12 is never closed. Please double the quotes inside quoted cells.', 'zh')).toContain('第 12 行');
  expect(localizeReason('No column says the case ("instance") or the time ("at"). Please name it in a mapping profile. The file has: a, b.', 'zh')).toContain('a, b');
});

test('a reason nobody knows here, and every reason in English, stays as it is', () => {
  expect(localizeReason('the moon was in the way', 'zh')).toBe('the moon was in the way');
  expect(localizeReason('the journey has no step "dance"', 'en')).toBe('the journey has no step "dance"');
});
