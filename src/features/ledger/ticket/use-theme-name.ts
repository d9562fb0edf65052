import { dictionaryQuery } from '#api';
import type { ThemeId } from '#model';
import { useLocalize } from '#ui';
import { useQuery } from '@tanstack/react-query';

/** What the dictionary calls a theme; one that it has not (any more, or yet) stands for itself. Asks for it only where there is a theme. */
export function useThemeName(id: ThemeId | undefined): string | undefined {
  const localize = useLocalize();
  const dictionary = useQuery({ ...dictionaryQuery(), enabled: id !== undefined }).data?.dictionary;
  const found = dictionary?.themes.find((one) => one.id === id);
  return found ? localize(found.name) : id;
}
