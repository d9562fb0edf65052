import { z } from 'zod';

/** A text in the languages of the product: Chinese always, English where somebody wrote it. */
export const localized = z.object({ zh: z.string().min(1), en: z.string().min(1).optional() });
export type Localized = z.infer<typeof localized>;
