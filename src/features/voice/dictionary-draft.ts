import { type Theme, type ThemeDictionary, themeDictionary, themeId } from '#model';

/** The lists of words of a dictionary as they are typed: apart by commas, 、 or lines. */
export const wordsOf = (typed: string): string[] => [...new Set(typed.split(/[,，、;；\n]+/).map((one) => one.trim()))].filter((one) => one !== '');
export const writeWords = (words: readonly string[]): string => words.join('、');

/** Another list of words for a theme. */
export const withWords = (dictionary: ThemeDictionary, id: Theme['id'], words: string[]): ThemeDictionary => ({
  ...dictionary,
  themes: dictionary.themes.map((one) => (one.id === id ? { ...one, words } : one)),
});

/** A new theme at the end. Its id is made of its English name, or counted where there is none. */
export function withTheme(dictionary: ThemeDictionary, zh: string, en: string): ThemeDictionary {
  const base = en.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 40) || 'theme';
  const taken = new Set<string>(dictionary.themes.map(({ id }) => id));
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  return { ...dictionary, themes: [...dictionary.themes, { id: themeId.parse(id), name: { zh, ...(en !== '' && { en }) }, words: [] }] };
}

export const withoutTheme = (dictionary: ThemeDictionary, id: Theme['id']): ThemeDictionary => ({ ...dictionary, themes: dictionary.themes.filter((one) => one.id !== id) });

/** What is wrong with it: the words that are there twice, or too long. */
export function refusalOf(dictionary: ThemeDictionary): string[] {
  const parsed = themeDictionary.safeParse(dictionary);
  if (parsed.success) return [];
  const wordAt = (path: PropertyKey[]): string => {
    let value: unknown = dictionary;
    for (const key of path) value = typeof value === 'object' && value !== null ? (Object.getOwnPropertyDescriptor(value, key)?.value as unknown) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return [...new Set(parsed.error.issues.map(({ path }) => wordAt(path)))].filter((word) => word !== '');
}
