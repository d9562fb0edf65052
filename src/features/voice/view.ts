import type { Me, VoiceThemesAnswer } from '#contract';
import type { Catalogue, ThemeDictionary, ThemeId } from '#model';
import type { CatalogueNames } from '#ui';
import { createContext, use } from 'react';
import type { VoiceSearch } from './search';

/** What every part of the page knows. */
export interface VoiceView {
  search: VoiceSearch;
  go: (search: VoiceSearch, options?: { replace: boolean }) => void;
  catalogue: Catalogue;
  names: CatalogueNames;
  dictionary: ThemeDictionary;
  /** The name of a theme; one that the dictionary has not (any more) stands for itself. */
  theme: (id: ThemeId | 'none' | undefined) => string;
  me: Me | undefined;
  themes: VoiceThemesAnswer;
  zone: string;
}

export const VoiceContext = createContext<VoiceView | undefined>(undefined);

export function useVoice(): VoiceView {
  const view = use(VoiceContext);
  if (!view) throw new Error('A part of the voice page stands outside of it.');
  return view;
}
