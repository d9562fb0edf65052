import { z } from 'zod';

/** Of a theme of comments; stands in addresses. */
export const themeId = z.string().min(1).max(50).regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens').brand<'ThemeId'>();
export type ThemeId = z.infer<typeof themeId>;

export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export const sentiment = z.enum(SENTIMENTS);
export type Sentiment = z.infer<typeof sentiment>;
