/**
 * What a search asks for, in small letters: words apart from one another, and what stands in quotation marks (straight, curly or 「」) as one phrase.
 *
 * @example phrasesOf('人脸 “三次 都没过”') // ['人脸', '三次 都没过']
 */
export function phrasesOf(search: string): string[] {
  const found = [...search.toLowerCase().matchAll(/"([^"]*)"?|“([^”]*)”?|「([^」]*)」?|([^\s"“「]+)/gu)].map(([, straight, curly, corner, word]) => (straight ?? curly ?? corner ?? word ?? '').trim());
  return [...new Set(found)].filter((one) => one !== '');
}
