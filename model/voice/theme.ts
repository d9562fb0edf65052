import { z } from 'zod';
import { localized } from '../localized';
import { themeId } from './theme-id';

/** A word or phrase as customers write it. English is compared without case, and with the endings s, es, d, ed, ing. */
const word = z.string().trim().min(1).max(30);
const words = z.array(word).max(500);

/** 主题: what a comment is about, and the words that tell. */
export const theme = z.object({ id: themeId, name: localized, words });
export type Theme = z.infer<typeof theme>;

/** At most so many themes: each is a bit of a number that JavaScript and SQL both count with. */
export const MAX_THEMES = 50;

/** 主题词典: what comments are sorted by. A word belongs to one theme; the order of themes breaks ties. */
export const themeDictionary = z
  .object({
    themes: z.array(theme).max(MAX_THEMES),
    /** Words that speak well or ill of something, whatever it is. */
    positive: words,
    negative: words,
    /** Words that turn the next one round: 不, not. */
    negations: words,
  })
  .superRefine(({ themes, ...tones }, context) => {
    const seen = new Map<string, string>();
    const ids = new Set<string>();
    themes.forEach((one, at) => {
      if (ids.has(one.id)) context.addIssue({ code: 'custom', path: ['themes', at, 'id'], message: 'two themes have the same id' });
      ids.add(one.id);
      one.words.forEach((text, index) => {
        const key = text.toLowerCase();
        const other = seen.get(key);
        if (other !== undefined) context.addIssue({ code: 'custom', path: ['themes', at, 'words', index], message: `"${text}" is a word of ${other} already` });
        seen.set(key, one.id);
      });
    });
    const toned = new Set<string>();
    for (const tone of ['positive', 'negative'] as const)
      tones[tone].forEach((text, index) => {
        if (toned.has(text.toLowerCase())) context.addIssue({ code: 'custom', path: [tone, index], message: `"${text}" has a tone already` });
        toned.add(text.toLowerCase());
      });
  });
export type ThemeDictionary = z.infer<typeof themeDictionary>;
