import { hint, type MaskRule } from './mask-hints';

/** A plain number follows a unit of money or count: 13812345678元 is an amount. */
const AMOUNT = String.raw`(?!\s?(?:[元块万亿%％笔件次个年月日天]|yuan|RMB|CNY|USD|\.\d))`;
const APPS = /^(?:WeChat|Alipay|official|service|program|payment|account|Android|iPhone|HarmonyOS|version)/i;
const SEP = '[ \\-－–—·.]?';

type Looks = readonly [needs: number, looks: RegExp, isOne: (found: string) => boolean];

/** In this order: what looks like two kinds is taken for the one that says more about a person. */
const NUMBERS: readonly Looks[] = [
  // Said to be one: 保单号：…, 身份证…, 卡号…, 微信号….
  [
    hint.number,
    /((?:保单|保险单|保险合同|合同|投保单|客户|受理|报案|赔案|理赔|案件|立案|批单)(?:号码?|编号)|保单|投保单|policy(?: ?no\.?| ?number)?|contract ?(?:no\.?|number)|claim ?(?:no\.?|number))(\s*(?:[:：#是为]|is)?\s*)(\d{3,6}(?: \d{2,6}){1,5}|[A-Za-z]{0,6}-?\d[A-Za-z0-9-]{5,30})/gi,
    (found) => digitsOf(found).length >= 6 && !isDay(found),
  ],
  [
    hint.number,
    /((?:身份证|证件|护照|驾驶证|军官证|通行证|社保卡|医保卡|银行卡)号?码?|卡号|账号|帐号|账户|ID (?:card|no\.?|number)?|card (?:no\.?|number)?|account (?:no\.?|number)?)(\s*(?:[:：#是为]|is)?\s*)(\d(?:[ -]?\d){7,22}[Xx]?)/gi,
    (found) => !isDay(found),
  ],
  // Accounts of messengers: after 号 or a colon any, else one that is no plain word.
  [hint.messenger, /((?:微信|企微|WeChat|wx|vx|QQ|扣扣) ?(?:号码?|ID)|抖音号|加(?:我|个|一下)?(?:微信|QQ)|(?:微信|企微|WeChat|wx|vx|QQ|扣扣)(?=\s*[:：]))(\s*(?:[:：是为]|is)?\s*)([A-Za-z][\w-]{5,19}|\d{5,11}(?![\d.]*\s?[元块万次]))/gi, (found) => !APPS.test(found)],
  [hint.messenger, /(微信|企微|WeChat|wx|vx|QQ|扣扣)(\s*(?:是|is|搜)?\s*)([A-Za-z][\w-]{5,19}|\d{5,11}(?![\d.]*\s?[元块万次]))/gi, (found) => /[\d_]/.test(found) && !APPS.test(found)],
  [hint.number, /(电话|座机|号码|tel|phone|call)(\s*(?:[:：是]|is)?\s*)([2-8]\d{2,3}[ -]?\d{4})(?![\d-])(?!\s?[元块万次])/gi, () => true],
  // 身份证 of 18 and of 15 characters, maybe in groups.
  [hint.number, /()()(?<![\dA-Za-z])(\d{6}[ -]?(?:19|20)\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{3}[ -]?[\dXx])(?![\dA-Za-z])/g, isIdentity],
  [hint.number, /()()(?<![\dA-Za-z.])([1-9]\d{5}[ -]?\d{6}[ -]?\d{3})(?![\dA-Za-z])/g, isOldIdentity],
  // A mobile number, maybe with +86 and in groups.
  [hint.number, new RegExp(`()()(?<![\\d.])((?:[(（]?(?:\\+|00)?86[)）]?${SEP})?\\(?1[3-9]\\d\\)?(?:${SEP}\\d{4}${SEP}\\d{4}|[ -]\\d{3}[ -]\\d{5}|\\d[ -]\\d{4}[ -]\\d{3}|\\d[ -]\\d{3}[ -]\\d{4}|[ -]\\d{2}[ -]\\d{2}[ -]\\d{2}[ -]\\d{2}))(?!\\d)${AMOUNT}`, 'g'), () => true],
  // A landline with its area code, maybe with an extension.
  [hint.number, /()()(?<![\d.])((?:\+?86[ -]?)?[（(]?0(?:10|2\d|[3-9]\d{2})[)）]?[ -]?\d{3,4}[ -]?\d{4}(?:(?:转|-|\sext\.?\s?)\d{1,5})?)(?![\d-])/g, () => true],
  // A card: 13 to 19 digits, maybe in groups, with the right check digit or those of UnionPay.
  [hint.number, /()()(?<![\dA-Za-z.])(\d(?:[ -]?\d){12,18})(?![\dA-Za-z])(?!\.\d|\s?[元万亿])/g, isCard],
  // A policy number: letters before many digits, or a letter among them.
  [hint.number, /()()(?<![\dA-Za-z])([A-Z]{1,4}\d{12,24}|\d{6,}[A-Z]{1,3}\d{6,})(?![\dA-Za-z])/g, () => true],
  // One in groups: P-2026-00012345, 2026-440301-S42-000123456.
  [hint.number, /()()(?<![\w.-])([A-Z]{0,4}\d{0,8}(?:-[A-Z]{0,3}\d{2,12}){1,4})(?![\w-])(?!\.\d)/g, (found) => digitsOf(found).length >= 11 && !/^20\d\d-\d\d?-\d\d?/.test(found)],
  // Fifteen digits and more are never an amount or a time: they are the number of something of this customer's.
  [hint.number, /()()(?<![\dA-Za-z.])(\d{15,})(?![\dA-Za-z])(?!\.\d|\s?[元万亿])/g, () => true],
  // Passports, permits to Hong Kong and Taiwan, number plates.
  [hint.number, /()()(?<![\dA-Za-z])([CEGDPS]\d{8}|E[A-Z]\d{7}|[HM]\d{8}(?:\d{2})?)(?![\dA-Za-z])/g, () => true],
  [hint.plate | hint.digit, /()()([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·・ ]?(?=[A-Z]*\d)[A-HJ-NP-Z0-9]{4,6}[学警挂港澳]?)(?![\dA-Za-z])/g, () => true],
  // Where somebody lives: a house of a street, a room of a house; but not that of a branch.
  [
    hint.digit | hint.street,
    /()()([\u4E00-\u9FFF]{2,4}(?:路|街道?|大道|巷|胡同|弄)\s?\d{1,5}(?:-\d{1,4})?\s?(?:号院?|弄)(?!线|口|窗)(?:\s?\d{1,4}\s?(?:号楼|栋|幢|座|号|弄))?(?:\s?\d{1,2}\s?单元)?(?:\s?\d{1,2}\s?[层楼])?(?:\s?\d{2,5}\s?[室房户]?)?)(?!\d|的?(?:网点|柜面|营业|支行|门店|服务|分公司|大厦|职场))/g,
    () => true,
  ],
  [hint.digit | hint.house, /()()(\d{1,4}\s?(?:号楼|栋|幢|座)\s?(?:\d{1,2}\s?单元\s?(?:\d{1,2}\s?[层楼]\s?)?\d{2,5}\s?[室房户]?|(?:\d{1,2}\s?[层楼]\s?)?\d{2,5}\s?[室房户]))(?!\d)/g, () => true],
  [hint.digit | hint.small, /()()(\b\d{1,5}\s(?:[A-Z][a-z]+\s){1,3}(?:Road|Street|Avenue|Lane|Rd|St|Ave)\b)/g, () => true],
];

/** Numbers that somebody could be known by: each becomes `****`, what says what it is stays. */
export const NUMBER_RULES: readonly MaskRule[] = [
  { needs: hint.fullWidth, mask: (text) => text.replaceAll(/[０-９]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfe_e0)) },
  ...NUMBERS.map(
    ([needs, looks, isOne]): MaskRule => ({
      needs,
      mask: (text) => text.replaceAll(looks, (whole, cue: string, between: string, found: string) => (isOne(found) ? `${cue}${between}****` : whole)),
    }),
  ),
];

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
/** A day, or a time to the second: 2026-11-26, 20261126, 20261126100320. */
const isDay = (text: string): boolean => /^(?:19|20)\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?$/.test(text);
const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(' '));
const isMonthDay = (text: string): boolean => /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text);

/** Of a place and a day that exist, or with the right check character (GB 11643): one typed wrong is somebody's as well. */
function isIdentity(found: string): boolean {
  const id = found.replaceAll(/[ -]/g, '').toUpperCase();
  return (PROVINCES.has(id.slice(0, 2)) && isMonthDay(id.slice(10, 14))) || hasCheckCharacter(id);
}

function hasCheckCharacter(id: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return '10X98765432'.charAt(sum % 11) === id.charAt(17);
}

function isOldIdentity(found: string): boolean {
  const id = digitsOf(found);
  return PROVINCES.has(id.slice(0, 2)) && isMonthDay(id.slice(8, 12));
}

function isCard(found: string): boolean {
  const card = digitsOf(found);
  return !isDay(found) && (passesLuhn(card) || (card.startsWith('62') && card.length >= 16));
}

function passesLuhn(card: string): boolean {
  let sum = 0;
  for (let at = 0; at < card.length; at++) {
    const digit = Number(card[card.length - 1 - at]);
    sum += at % 2 === 0 ? digit : Math.floor((2 * digit) / 10) + ((2 * digit) % 10);
  }
  return sum % 10 === 0;
}
