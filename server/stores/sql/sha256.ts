import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, in hex, at once: Web Crypto hands each text to another thread, which takes longer than hashing it. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
