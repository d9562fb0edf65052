import type { Localized } from '#model';

/** A name in both languages of the product. */
export const text = (zh: string, en: string): Localized => ({ zh, en });
