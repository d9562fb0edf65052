import { hint, hintsOf, type MaskRule } from './mask-hints';
import { NAME_RULES } from './mask-names';
import { NUMBER_RULES } from './mask-numbers';

const MAIL = /[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+/g;
const MAIL_IN_WORDS = /[\w.+-]+ (?:at|AT) (?:qq|gmail|163|126|outlook|hotmail|yahoo|sina|foxmail|icloud)(?:\.| dot )(?:com|cn|net)\b/g;

/** In their order: what looks like two things is taken for the first. */
export const MASK_RULES: readonly MaskRule[] = [...NUMBER_RULES, { needs: hint.at, mask: (text) => text.replaceAll(MAIL, '****') }, { needs: hint.small, mask: (text) => (text.includes(' at ') ? text.replaceAll(MAIL_IN_WORDS, '****') : text) }, ...NAME_RULES];

/**
 * A customer's comment without what somebody could be known by: names with a title, phone, document, card, policy and account
 * numbers, number plates, addresses of mail and of houses. Nothing of them is kept, for nobody is called back from a comment: `**` stands for a name and
 * `****` for a number. Masking twice is masking once. Amounts, dates, counts, hotlines and codes of products stay.
 *
 * @example maskComment('王先生让我打13812345678') // '**先生让我打****'
 * @example maskComment('贷款350000元，2026-11-26 到账') // '贷款350000元，2026-11-26 到账'
 */
export function maskComment(text: string): string {
  const hints = hintsOf(text);
  if (hints === 0) return text;
  // What one thing hid may look like another once it is gone: until nothing changes.
  for (let rest = text; ; ) {
    const before = rest;
    for (const { needs, mask } of MASK_RULES) if ((hints & needs) === needs) rest = mask(rest);
    if (rest === before) return rest;
  }
}
