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
  [hint.at, '@'],
  [hint.small, SMALL],
  // A boss is 总 alone.
  [hint.title, '总'],
];
/** Two characters beside one another, of each title (先生), role (客服, 业务员) and the like its last two. */
const PAIRS: readonly (readonly [bits: number, first: string, second: string])[] = [
  [hint.title, '先女小太阿大老经主总医律警师同专顾行处科店', '生士姐太姨哥爷师理任监管夫官傅学员问长'],
  [hint.role, '客坐柜务理销经险办我名姓人', '服席员人理叫名姓'],
  // 微信, QQ, wx, vx, WeChat.
  [hint.messenger, '微QqWwVvEe', '信QqXxCc'],
  [hint.plate, '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼', SMALL.toUpperCase()],
];

/** In one number: single hints, those of a pair's second character, those of its first. */
const BITS = 9;
const ALL = (1 << BITS) - 1;

const hintsOfCharacter = new Uint32Array(0x1_00_00);
const add = (characters: string, bits: number) => {
  for (let at = 0; at < characters.length; at++) {
    const unit = characters.charCodeAt(at);
    hintsOfCharacter[unit] = (hintsOfCharacter[unit] ?? 0) | bits;
  }
};
for (const [bits, characters] of SINGLE) add(characters, bits);
for (const [bits, first, second] of PAIRS) {
  add(second, bits << BITS);
  add(first, bits << (2 * BITS));
}

/** @example hintsOf('王先生来电') === hint.title */
export function hintsOf(text: string): number {
  let found = 0;
  let before = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const bits = hintsOfCharacter[text.charCodeAt(at)] ?? 0;
    found |= bits | ((bits >> BITS) & (before >> (2 * BITS)));
    digits += bits & hint.digit;
    before = bits;
  }
  return (found & ALL) | (digits >= FEWEST_DIGITS ? hint.number : 0);
}
