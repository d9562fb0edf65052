import { nameAtEnd, startsLikeWord, startsWithSurname } from './surnames';

/**
 * A customer's comment without what somebody could be known by: names with a title, phone, document, card, policy and account
 * numbers, addresses of mail. Nothing of them is kept, for nobody is called back from a comment: `**` stands for a name and
 * `****` for a number. Masking twice is masking once. Amounts, dates, counts, hotlines and codes of products stay.
 *
 * @example maskComment('王先生让我打13812345678') // '**先生让我打****'
 * @example maskComment('贷款350000元，2026-11-26 到账') // '贷款350000元，2026-11-26 到账'
 */
export function maskComment(text: string): string {
  // What one thing hid may look like another once it is gone: until nothing changes.
  let rest = text;
  for (;;) {
    const next = maskOnce(rest);
    if (next === rest) return rest;
    rest = next;
  }
}

function maskOnce(text: string): string {
  const numbers = DIGIT.test(text) ? maskNumbers(text) : text;
  return maskNames(numbers.includes('@') ? numbers.replaceAll(MAIL, '****') : numbers);
}

const DIGIT = /[\d０-９]/;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A plain number follows a unit of money or count: 13812345678元 is an amount. */
const AMOUNT = String.raw`(?!\s?(?:[元块万亿%％笔件次个年月日天]|yuan|RMB|CNY|USD|\.\d))`;
const SEP = '[ \\-－–—·.]?';

/** In this order: what looks like two kinds is taken for the one that says more about a person. */
const NUMBERS: readonly (readonly [looks: RegExp, isOne: (found: string) => boolean])[] = [
  // Said to be one: 保单号：…, 身份证…, 卡号…, 微信号….
  [
    /(保单号码?|保单编号|保险单号|保单|合同号|投保单号|客户号|受理号|policy (?:no\.?|number)?|contract (?:no\.?|number))(\s*(?:[:：#是为]|is)?\s*)([A-Za-z]{0,6}-?\d[A-Za-z0-9-]{5,30})/gi,
    (found) => digitsOf(found).length >= 6 && !isDay(found),
  ],
  [/(身份证号?码?|证件号?码?|银行卡号?|卡号|账号|账户|ID (?:card|no\.?|number)?|card (?:no\.?|number)?|account (?:no\.?|number)?)(\s*(?:[:：#是为]|is)?\s*)(\d(?:[ -]?\d){7,22}[Xx]?)/gi, (found) => !isDay(found)],
  [/(微信号?|QQ号?|WeChat|wx|vx)(\s*(?:[:：是]|is|id)?\s*)([A-Za-z][\w-]{5,19}|\d{5,11}(?![\d.]*\s?[元块万次]))/gi, (found) => !/^(?:WeChat|Alipay|official|service|program)/i.test(found)],
  [/(电话|座机|号码|tel|phone|call)(\s*(?:[:：是]|is)?\s*)([2-8]\d{2,3}[ -]?\d{4})(?![\d-])(?!\s?[元块万次])/gi, () => true],
  // 身份证 of 18 and of 15 characters, maybe in groups.
  [/()()(?<![\dA-Za-z])(\d{6}[ -]?(?:19|20)\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{3}[ -]?[\dXx])(?![\dA-Za-z])/g, isIdentity],
  [/()()(?<![\dA-Za-z.])([1-9]\d{5}[ -]?\d{6}[ -]?\d{3})(?![\dA-Za-z])/g, isOldIdentity],
  // A mobile number, maybe with +86 and in groups.
  [new RegExp(`()()(?<![\\d.])((?:(?:\\+|00)?86${SEP})?\\(?1[3-9]\\d\\)?(?:${SEP}\\d{4}${SEP}\\d{4}|[ -]\\d{3}[ -]\\d{5}|\\d[ -]\\d{4}[ -]\\d{3}|\\d[ -]\\d{3}[ -]\\d{4}|[ -]\\d{2}[ -]\\d{2}[ -]\\d{2}[ -]\\d{2}))(?!\\d)${AMOUNT}`, 'g'), () => true],
  // A landline with its area code, maybe with an extension.
  [/()()(?<![\d.])((?:\+?86[ -]?)?[（(]?0(?:10|2\d|[3-9]\d{2})[)）]?[ -]?\d{3,4}[ -]?\d{4}(?:(?:转|-|\sext\.?\s?)\d{1,5})?)(?![\d-])/g, () => true],
  // A card: 13 to 19 digits, maybe in groups, with the right check digit or those of UnionPay.
  [/()()(?<![\dA-Za-z.])(\d(?:[ -]?\d){12,18})(?![\dA-Za-z])(?!\.\d|\s?[元万亿])/g, isCard],
  // A policy number: letters before many digits, or a letter among them.
  [/()()(?<![\dA-Za-z])([A-Z]{1,4}\d{12,24}|\d{6,}[A-Z]{1,3}\d{6,})(?![\dA-Za-z])/g, () => true],
  // Fifteen digits and more are never an amount or a time: they are the number of something of this customer's.
  [/()()(?<![\dA-Za-z.])(\d{15,})(?![\dA-Za-z])(?!\.\d|\s?[元万亿])/g, () => true],
  // Passports, permits to Hong Kong and Taiwan, number plates.
  [/()()(?<![\dA-Za-z])([EGDPS]\d{8}|E[A-Z]\d{7}|[HM]\d{8}(?:\d{2})?)(?![\dA-Za-z])/g, () => true],
  [/()()([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]·?(?=[A-Z]*\d)[A-HJ-NP-Z0-9]{5,6})(?![\dA-Za-z])/g, () => true],
];

function maskNumbers(text: string): string {
  const plain = text.replaceAll(/[０-９]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfe_e0));
  return NUMBERS.reduce(
    (rest, [looks, isOne]) => rest.replaceAll(looks, (whole, cue: string, between: string, found: string) => (isOne(found) ? `${cue}${between}****` : whole)),
    plain,
  );
}

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

const TITLE = /先生|女士|小姐|太太|阿姨|大姐|大哥|大爷|老师|经理|主任|总监|主管|医生|大夫|律师|警官|师傅|同学|专员|顾问|行长|处长|科长|店长|总(?=[，。！？,.!?\s、说给帮您答承]|$)/g;
/** Roles a name follows (客服小王, 业务员李明), and 我叫, 姓名. */
const BEFORE = /(客服|坐席|柜员|业务员|代理人|推销员|营销员|客户经理|保险员|经办人)(小|老|叫|姓|名叫|：|:)?([\u4E00-\u9FFF]{1,4})|(我叫|名叫|姓名是?[:：]?|我姓|本人姓)([\u4E00-\u9FFF]{1,4})/g;
const ENGLISH = /\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam)(\.?\s+)([A-Z][A-Za-z'’-]+(?:\s[A-Z][a-z'’-]+){0,2})/g;
const ENGLISH_ROLE =
  /\b([Mm]anager|[Aa]gent|[Aa]dvis[eo]r|[Tt]eller|[Cc]onsultant|[Mm]y name is|[Nn]amed|I am called)(\s+)((?:Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Gao|Lin|Luo|Zheng|Liang|Xie|Song|Tang|Deng|Feng|Han|Cao|Zeng|Peng|Xiao|Cai|Pan|Tian|Dong|Yuan|Yu|Ye|Jiang|Du|Su|Wei|Cheng|Lu|Ding|Shen|Ren|Yao|Fu|Smith|Jones|Brown|Lee|Wong|Chan|Lam)\b(?:\s[A-Z][a-z'’-]+){0,2}|(?<=(?:name is|[Nn]amed|called)\s+)[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+){0,2})/g;

function maskNames(text: string): string {
  const latin = LATIN_NAME.test(text) ? text.replaceAll(ENGLISH, '$1$2**').replaceAll(ENGLISH_ROLE, '$1$2**') : text;
  return maskTitled(latin).replaceAll(BEFORE, maskFollowing);
}

const LATIN_NAME = /Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|anager|gent|dvis|eller|onsultant|name is|amed|called/;

function maskTitled(text: string): string {
  let shown = '';
  let from = 0;
  for (const match of text.matchAll(TITLE)) {
    const length = nameAtEnd(text.slice(from, match.index));
    if (length === 0) continue;
    shown += `${text.slice(from, match.index - length)}**`;
    from = match.index;
  }
  return from === 0 ? text : shown + text.slice(from);
}

/** 客服小王 → 客服小**, 业务员李明很好 → 业务员**很好: the surname and what is no everyday word after it. */
function maskFollowing(whole: string, role: string | undefined, mark: string | undefined, name: string | undefined, told: string | undefined, own: string | undefined): string {
  const after = name ?? own ?? '';
  if (!startsWithSurname(after)) return whole;
  const head = role === undefined ? (told ?? '') : `${role}${mark ?? ''}`;
  // Without 小, 叫 or 姓 a surname alone may be a word that goes on (客服高效), so that a given name must follow and then end.
  if (role !== undefined && mark === undefined) return GIVEN.test(after) && !startsLikeWord(after) ? `${head}**${after.replace(GIVEN, '')}` : whole;
  const rest = mark === '小' || mark === '老' || mark === '姓' || told === '我姓' || told === '本人姓' ? after.slice(1) : after.replace(GIVEN_OR_ALL, '');
  return `${head}**${rest}`;
}

/** A surname and a given name, then the end or a word that follows a name. */
const GIVEN = /^[\u4E00-\u9FFF]{2,3}?(?=$|[很非态服说没不给帮打的是和把让在真特太]|一直)/;
const GIVEN_OR_ALL = /^[\u4E00-\u9FFF]{2,3}?(?=$|[很非态服说没不给帮打的是和把让在真特太]|一直)|^[\u4E00-\u9FFF]{1,4}/;
