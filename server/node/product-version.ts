import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The version in the product's `package.json`, two folders above the built server. */
export const productVersion = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version;
