import { useLanguage, type Language } from './language';

/** What a key says: words, or words made of values. */
type Text = string | ((...values: never[]) => string);

/** Any words stand for words; functions must take the same values. */
type Same<T extends Text> = T extends string ? string : T;

type Entries<Shape extends Record<string, Text>> = { [Key in keyof Shape]: { zh: Shape[Key]; en: NoInfer<Same<Shape[Key]>> } };

/** The texts of a component in every language. */
type Texts<Shape extends Record<string, Text>> = Record<Language, { [Key in keyof Shape]: Same<Shape[Key]> }>;

/**
 * The texts of a component, each key in every language: a missing one, or one that takes other values, is a type error.
 *
 * @example
 * const texts = defineTexts({
 *   title: { zh: '数据接入', en: 'Data' },
 *   rows: { zh: (n: string) => `${n} 行`, en: (n: string) => `${n} rows` },
 * });
 */
export function defineTexts<Shape extends Record<string, Text>>(entries: Entries<Shape>): Texts<Shape> {
  const pick = (language: Language) => Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, entry[language]]));
  // `fromEntries` forgets which key had which text; the parameter's type has checked them.
  return { zh: pick('zh'), en: pick('en') } as Texts<Shape>;
}

/** The texts in the language on screen. @example const t = useTexts(texts); t.rows('1,200') */
export const useTexts = <Shape>(texts: Record<Language, Shape>): Shape => texts[useLanguage()];
