import { SURNAMES } from './surnames';

/**
 * What a text has that something about a person may need: most comments have none of it, and one walk over their characters tells. A rule is
 * asked only where all that it needs is there; a hint may be given for nothing, but never be missing.
 */
export const hint = {
  digit: 1,
  /** Six digits and more in all. */
  number: 2,
  fullWidth: 4,
  at: 8,
  small: 16,
  title: 32,
  role: 64,
  messenger: 128,
  plate: 256,
  nickname: 512,
  street: 1024,
  house: 2048,
} as const;

export interface MaskRule {
  /** Hints, all of which the rule needs. */
  needs: number;
  mask: (text: string) => string;
}

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const FEWEST_DIGITS = 6;

const SINGLE: readonly (readonly [bits: number, characters: string])[] = [
  [hint.digit, '0123456789'],
  [hint.digit | hint.fullWidth, '０１２３４５６７８９'],
  [hint.at, '@＠'],
  [hint.small, SMALL],
  // A boss is 总 alone.
  [hint.title, '总'],
  [hint.street, '号弄'],
  [hint.house, '楼栋幢座'],
];
/** Two characters beside one another, of each title (先生), role (客服, 业务员) and the like its last two. */
const PAIRS: readonly (readonly [bits: number, first: string, second: string])[] = [
  [hint.title, '先女小太阿大老教博经主总医护院校律警师同专顾助秘行处科店董叔伯爷奶姑', '生士姐太姨哥爷叔妈娘伯奶师授理任监管席夫长官傅学员问书板事'],
  [hint.title, SURNAMES, '姐哥叔工'],
  [hint.role, '客坐柜务理销经险办系保益款卡户我名姓人爸妈父母老爱儿女', '服席员人理叫名姓是爸妈亲公婆子儿'],
  [hint.nickname, '小老', SURNAMES],
  // 微信, 企微, 抖音, 扣扣, QQ, wx, vx, WeChat.
  [hint.messenger, '微企抖扣QqWwVvEe', '信微音扣QqXxCc'],
  [hint.plate, '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼', SMALL.toUpperCase()],
];

/** In one number: single hints, and those of a pair's second character. */
const BITS = 12;
const ALL = (1 << BITS) - 1;

const hintsOfCharacter = new Uint32Array(0x1_00_00);
/** Those of a pair's first character. */
const hintsOfFirst = new Uint16Array(0x1_00_00);
const add = (table: Uint16Array | Uint32Array, characters: string, bits: number) => {
  for (let at = 0; at < characters.length; at++) {
    const unit = characters.charCodeAt(at);
    table[unit] = (table[unit] ?? 0) | bits;
  }
};
for (const [bits, characters] of SINGLE) add(hintsOfCharacter, characters, bits);
for (const [bits, first, second] of PAIRS) {
  add(hintsOfCharacter, second, bits << BITS);
  add(hintsOfFirst, first, bits);
}

/** @example hintsOf('王先生来电') === hint.title */
export function hintsOf(text: string): number {
  let found = 0;
  let before = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const bits = hintsOfCharacter[unit] ?? 0;
    found |= bits | ((bits >> BITS) & before);
    digits += bits & hint.digit;
    before = hintsOfFirst[unit] ?? 0;
  }
  return (found & ALL) | (digits >= FEWEST_DIGITS ? hint.number : 0);
}
