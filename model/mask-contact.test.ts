import { expect, test } from 'vitest';
import { maskContact, maskPersonal, personalContact, withoutPersonal } from './mask-contact';

test.each([
  ['13812345678', '138****5678'],
  [' 138 1234 5678 ', '138****5678'],
  ['138-1234-5678', '138****5678'],
  ['+86 138 1234 5678', '138****5678'],
  ['8613812345678', '138****5678'],
  ['010-12345678', '010-****5678'],
  ['02112345678', '021-****5678'],
  ['0755 2345678', '0755-****5678'],
  ['someone@example.com', 's***@example.com'],
  ['wx_someone', 'w****e'],
  ['张三', '张**'],
  ['张示例', '张****例'],
  ['138****5678', '138****5678'],
  ['张三 13812345678', '张三 138****5678'],
])('%s is stored as %s', (contact, shown) => {
  expect(maskContact(contact)).toBe(shown);
});

test.each([
  ['an identity number', '11010519491231002X', '110***********002X'],
  ['one in a sentence', '证件 110105194912310021 已过期', '证件 110***********0021 已过期'],
  ['a card', '6222021234567890123', '****0123'],
  ['a card in groups', '6222 0212 3456 7890', '****7890'],
  ['a phone in a sentence', '请联系13812345678转张三', '请联系138****5678转张三'],
  ['a passport', 'E12345678', 'E****678'],
  ['several', 'a@b.cn, 13812345678', 'a***@b.cn, 138****5678'],
])('%s is masked wherever it stands', (_, text, shown) => {
  expect(maskPersonal(text)).toBe(shown);
});

test.each(['350000', '2026-11-26', '2026-11-26T10:03:20+08:00', 'P2026112600012345', '3.1415926', '95519', '示例', ''])('%s says nobody’s name and stays', (text) => {
  expect(maskPersonal(text)).toBe(text);
});

test('what was entered stays but for who the customer is: such attributes go, and numbers in the others are masked', () => {
  expect(
    withoutPersonal({ requested: 350_000, prefilled: true, policy: 'P-77', none: null, mobile: '13812345678', Customer_Name: '张三', 身份证号: '110105194912310021', account: '6222021234567890', caller: 13812345678 }),
  ).toEqual({ requested: 350_000, prefilled: true, policy: 'P-77', none: null, account: '****7890', caller: '138****5678' });
});

test('the contact is what was told, else the first attribute that says how to reach the customer', () => {
  expect(personalContact('13812345678', { phone: '13900000000' })).toBe('138****5678');
  expect(personalContact(undefined, { Phone: 13912345678 })).toBe('139****5678');
  expect(personalContact(undefined, { phone: '13900000001', contact: '13900000002' })).toBe('139****0002');
  expect([personalContact(undefined, {}), personalContact(' ', {}), personalContact(undefined, { phone: null })]).toEqual([undefined, undefined, undefined]);
});
