import { PhraseBook } from './phrase-book';
import type { ThemeDictionary } from './theme';
import type { Sentiment, ThemeId } from './theme-id';

/** Cuts a text into its words, spaces and marks among them; put together again they are the text. */
export type Segmenter = (text: string) => string[];

/** What a comment says: the themes, the first of which it is most about; whether it speaks well or ill. */
export interface CommentReading {
  themes: ThemeId[];
  sentiment: Sentiment;
}

/** A comment has at most so many themes. */
const MOST_THEMES = 3;
/** How many segments may stand between a negation and what it turns round. */
const NEGATION_REACH = 1;
/** Words move the tone of the score at most this far. */
const MOST_TONE = 2;
const HAN = /\p{Script=Han}/u;

/** What a word of the dictionary tells. */
interface Telling {
  /** Its place in the dictionary. */
  theme: number;
  weight: number;
}

/**
 * Reads comments by a dictionary.
 *
 * *Themes*: every word of the dictionary that is found in the segments counts for its theme once, by its length in characters (a Latin word: 2);
 * themes with at least half of the most are taken, at most three, the strongest first, ties in the dictionary's order. None found: no theme.
 *
 * *Sentiment*: the score gives +2 (9–10), 0 (7–8) or −2 (0–6); each positive word adds 1, each negative takes 1, a negation before it, with at
 * most one segment between, turns it round; all words together count at most 2. Above 0 it is positive, below negative, else neutral: a 10 that only complains is neutral.
 */
export function commentReader(dictionary: ThemeDictionary, segment: Segmenter): (text: string, score: number) => CommentReading {
  const themes = new PhraseBook(dictionary.themes.flatMap(({ words }, at) => words.map((word): [string, Telling] => [word, { theme: at, weight: HAN.test(word) ? word.length : 2 * word.split(' ').length }])));
  const tones = new PhraseBook([
    ...dictionary.negative.map((word): [string, number] => [word, -1]),
    ...dictionary.positive.map((word): [string, number] => [word, 1]),
  ]);
  const negations = new PhraseBook(dictionary.negations.map((word): [string, true] => [word, true]));

  const toneOf = (segments: readonly string[]): number => {
    const toned = tones.find(segments);
    if (toned.length === 0) return 0;
    const turns = new Set(negations.find(segments).map(({ to }) => to));
    let sum = 0;
    for (const { value, from } of toned) {
      let back = from;
      // Spaces do not count.
      for (let left = NEGATION_REACH; back > 0 && left > 0 && !turns.has(back); back--) if (segments[back - 1]?.trim() !== '') left--;
      sum += turns.has(back) ? -value : value;
    }
    return Math.max(-MOST_TONE, Math.min(MOST_TONE, sum));
  };

  const themesOf = (segments: readonly string[]): ThemeId[] => {
    const found = themes.find(segments);
    if (found.length === 0) return [];
    const weights = new Map<number, number>();
    for (const { theme, weight } of new Set(found.map(({ value }) => value))) weights.set(theme, (weights.get(theme) ?? 0) + weight);
    const most = Math.max(...weights.values());
    return [...weights]
      .filter(([, weight]) => weight * 2 >= most)
      .sort(([a, less], [b, more]) => more - less || a - b)
      .slice(0, MOST_THEMES)
      .flatMap(([at]) => dictionary.themes[at]?.id ?? []);
  };

  return (text, score) => {
    const segments = segment(text.toLowerCase());
    const sum = (score >= 9 ? 2 : score <= 6 ? -2 : 0) + toneOf(segments);
    return { themes: themesOf(segments), sentiment: sum > 0 ? 'positive' : sum < 0 ? 'negative' : 'neutral' };
  };
}

/** Words of a comment that no theme has yet: what a correction may teach the dictionary. Single characters and what is no word are left out. */
export function unknownWords(dictionary: ThemeDictionary, segment: Segmenter, text: string): string[] {
  const known = new Set([...dictionary.themes.flatMap(({ words }) => words), ...dictionary.positive, ...dictionary.negative, ...dictionary.negations].map((word) => word.toLowerCase()));
  const found = segment(text.toLowerCase()).filter((word) => word.length > 1 && /[\p{Script=Han}a-z]/u.test(word) && !known.has(word) && !COMMON.has(word));
  return [...new Set(found)];
}

/** Words that are in comments about anything. */
const COMMON: ReadonlySet<string> = new Set(
  '我们 你们 他们 自己 什么 怎么 这个 那个 一个 没有 还是 就是 但是 因为 所以 如果 可以 已经 现在 时候 然后 还有 不是 而且 真的 觉得 希望 非常 the and was were for that this with you have has had not but are from they them then there very when what which will would could should can did does been being because about after before again just also into out over than too'.split(' '),
);
