import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { newSecret, signature } from './sign';

test('a signature is the HMAC-SHA256 of time and body, as any receiver computes it', async () => {
  const body = '{"text":"接续"}';
  expect(await signature('whsec_1', '1780000000', body)).toBe(createHmac('sha256', 'whsec_1').update(`1780000000.${body}`).digest('hex'));
  expect(await signature('whsec_1', '1780000001', body)).not.toBe(await signature('whsec_1', '1780000000', body));
});

test('secrets are long and differ', () => {
  expect(newSecret()).toMatch(/^whsec_[\da-f]{64}$/);
  expect(newSecret()).not.toBe(newSecret());
});
