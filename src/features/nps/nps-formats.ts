import { type Formats, formatsOf, type Language, useLanguage } from '#ui';

/** How the page writes NPS: always one decimal, no % sign; a change with its sign. Both with the true minus. */
export interface NpsFormats extends Formats {
  nps: (value: number) => string;
  delta: (value: number) => string;
  /** A period by its id: 2026-11, 2026-Q4, 2026-W48, or days. */
  period: (id: string) => string;
}

const MONTHS = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

const tenth = (value: number): string => Math.abs(value).toFixed(1);

const makeFormats = (language: Language): NpsFormats => ({
  ...formatsOf(language),
  nps: (value) => (tenth(value) !== '0.0' && value < 0 ? `−${tenth(value)}` : tenth(value)),
  delta: (value) => (tenth(value) === '0.0' ? '0.0' : `${value < 0 ? '−' : '+'}${tenth(value)}`),
  period: (id) => {
    const [, year, month] = /^(\d{4})-(\d{2})$/.exec(id) ?? [];
    if (year !== undefined && month !== undefined) return language === 'en' ? MONTHS.format(Date.UTC(Number(year), Number(month) - 1)) : id;
    return id.replace('-Q', ' Q').replace('-W', language === 'en' ? ' week ' : ' 第 ').replace(/( 第 \d+)$/, '$1 周').replace('/', ' – ');
  },
});

const FORMATS: Record<Language, NpsFormats> = { zh: makeFormats('zh'), en: makeFormats('en') };

export const npsFormatsOf = (language: Language): NpsFormats => FORMATS[language];

/** `npsFormatsOf` the language on screen. */
export const useNpsFormats = (): NpsFormats => npsFormatsOf(useLanguage());
