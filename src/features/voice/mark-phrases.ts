/** A text in parts, each with where it begins; those that a search asked for marked, whatever their case. */
export function markPhrases(text: string, phrases: readonly string[]): { part: string; isMarked: boolean; at: number }[] {
  const looked = phrases.filter((one) => one !== '');
  if (looked.length === 0) return [{ part: text, isMarked: false, at: 0 }];
  const pattern = new RegExp(`(${looked.map((one) => one.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)).join('|')})`, 'giu');
  let at = 0;
  return text.split(pattern).flatMap((part, index) => {
    const one = { part, isMarked: index % 2 === 1, at };
    at += part.length;
    return part === '' ? [] : one;
  });
}
