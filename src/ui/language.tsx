import type { Localized } from '#model';
import { createContext, useContext, type ReactNode } from 'react';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const LanguageContext = createContext<Language>('zh');

/** Gives every text and format below it the language. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language on screen. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** A text of the data in a language: Chinese where nobody wrote the English. */
export const localize = (text: Localized, language: Language): string => (language === 'en' && text.en) || text.zh;

/** `localize` in the language on screen. */
export const useLocalize = (): ((text: Localized) => string) => {
  const language = useLanguage();
  return (text) => localize(text, language);
};
