import type { Attributes } from './service-event';

/** Digits that somebody could be known by, with what is shown of them. In this order: 86 and a mobile number look like a card. */
const PERSONAL: readonly (readonly [looks: RegExp, shown: (text: string) => string])[] = [
  // 身份证: 17 digits and a check character, the first six of them a place, then the day of birth.
  [/(?<![\dA-Za-z])\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g, (id) => `${id.slice(0, 3)}***********${id.slice(-4)}`],
  // A mobile number of mainland China, maybe with +86 and in groups.
  [/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, (phone) => masked(phone.replaceAll(/[ -]/g, '').slice(-11))],
  // A bank card: 13 to 19 digits, maybe in groups.
  [/(?<![\dA-Za-z])\d(?:[ -]?\d){12,18}(?![\dA-Za-z])/g, (card) => `****${card.replaceAll(/\D/g, '').slice(-4)}`],
  // A landline with its area code.
  [/(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g, (phone) => `${/^0\d{2,3}(?=[ -])/.exec(phone)?.[0] ?? phone.slice(0, 3)}-****${phone.slice(-4)}`],
  // A passport.
  [/(?<![\dA-Za-z])[DEGPS][A-Z]?\d{7,8}(?![\dA-Za-z])/g, (passport) => `${passport.slice(0, 1)}****${passport.slice(-3)}`],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (address) => `${address.slice(0, 1)}***${address.slice(address.indexOf('@'))}`],
];

/** @example masked('13812345678') // '138****5678' */
const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** A text without what somebody could be known by: phone, document and card numbers and mail addresses keep a few characters. */
export const maskPersonal = (text: string): string => PERSONAL.reduce((rest, [looks, shown]) => rest.replaceAll(looks, shown), text);

/**
 * How to reach a customer, so that whoever knows the number recognises it and nobody learns it.
 *
 * @example maskContact('138 1234 5678') // '138****5678'
 * @example maskContact('wx_someone') // 'w****e'
 * @example maskContact('138****5678') // '138****5678', for it came masked
 */
export function maskContact(contact: string): string {
  const text = contact.trim();
  const shown = maskPersonal(text);
  if (shown !== text || text.includes('***')) return shown;
  // A short number, an account of a messenger, a name: two characters of it at most.
  const [first = '', ...rest] = text;
  return rest.length < 2 ? `${first}**` : `${first}****${rest.at(-1)}`;
}

/** Attributes that say how to reach the customer; the first one there is taken. */
const CONTACTS = ['contact', 'mobile', 'phone', 'telephone', 'tel', '联系方式', '手机', '手机号', '电话'];
/** Attributes that say who or where somebody is, whatever they look like. */
const ABOUT_PERSON = new Set([
  ...CONTACTS,
  'name',
  'fullname',
  'customername',
  'username',
  'realname',
  'address',
  'birthday',
  'birthdate',
  'dateofbirth',
  'email',
  'mail',
  'wechat',
  'openid',
  'idnumber',
  'idno',
  'idcard',
  'certno',
  'passport',
  'cardno',
  'cardnumber',
  'bankcard',
  'accountno',
  'iban',
  'password',
  'pin',
  '姓名',
  '客户姓名',
  '地址',
  '住址',
  '生日',
  '出生日期',
  '邮箱',
  '微信',
  '身份证',
  '身份证号',
  '证件号',
  '证件号码',
  '银行卡',
  '卡号',
  '账号',
]);
const plainName = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

/** What the customer had entered, without what says who they are: such attributes are left out, and numbers inside the others masked. */
export const withoutPersonal = (known: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(known)
      .filter(([name]) => !ABOUT_PERSON.has(plainName(name)))
      .map(([name, value]) => [name, maskedValue(value)]),
  );

function maskedValue(value: Attributes[string]): Attributes[string] {
  if (typeof value === 'string') return maskPersonal(value);
  if (typeof value !== 'number') return value;
  const text = maskPersonal(String(value));
  return text === String(value) ? value : text;
}

/** How to reach the customer, masked: as told, else by the first attribute that says so. */
export function personalContact(told: string | undefined, known: Attributes): string | undefined {
  const found = CONTACTS.map((name) => Object.entries(known).find(([one]) => plainName(one) === name)?.[1]).find((value) => typeof value === 'string' || typeof value === 'number');
  const contact = told ?? (found === undefined ? undefined : String(found));
  return contact === undefined || contact.trim() === '' ? undefined : maskContact(contact);
}
