/** Of two UTF-16 units that differ: surrogates stand for code points above every other unit, so they move behind U+E000–FFFF. */
const codePointRank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

/**
 * Compares two ids by Unicode code point, as SQL stores do on UTF-8 (JavaScript's `<` compares UTF-16 units, which differs for
 * characters beyond U+FFFF).
 *
 * @returns negative, zero or positive, for `sort`
 */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}
