import { useLanguage, type Language } from './language';

/** What a key says: words, or words made of values. */
type Text = string | ((...values: never[]) => string);

type Texts<Shape extends Record<string, Text>> = Record<Language, Shape>;

/**
 * The texts of a component, each key in every language: a missing one, or one that takes other values, is a type error.
 *
 * @example
 * const texts = defineTexts({
 *   title: { zh: '数据接入', en: 'Data' },
 *   rows: { zh: (n: string) => `${n} 行`, en: (n: string) => `${n} rows` },
 * });
 */
export function defineTexts<Shape extends Record<string, Text>>(entries: {
  [Key in keyof Shape]: Record<Language, Shape[Key]>;
}): Texts<{ [Key in keyof Shape]: Shape[Key] extends string ? string : Shape[Key] }> {
  const pick = (language: Language) => Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, entry[language]]));
  // `fromEntries` forgets which key had which text; the mapped parameter type has checked both.
  return { zh: pick('zh'), en: pick('en') } as Texts<{ [Key in keyof Shape]: Shape[Key] extends string ? string : Shape[Key] }>;
}

/** The texts in the language on screen. @example const t = useTexts(texts); t.rows('1,200') */
export const useTexts = <Shape extends Record<string, Text>>(texts: Texts<Shape>): Shape => texts[useLanguage()];
