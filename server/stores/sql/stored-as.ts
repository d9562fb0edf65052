import type { z } from 'zod';

/**
 * Reads documents that were checked by their schema before they were stored, without checking them again, which takes several times as long as JSON
 * does. One that lacks a member its schema gives to all, as an earlier version may have stored it, is read by the schema: it fills the member in, or
 * throws. So does text that is no JSON.
 */
export function storedAs<Schema extends z.ZodObject>(schema: Schema): (body: string) => z.output<Schema> {
  const members = Object.entries(schema.shape).flatMap(([name, member]) => {
    const absent = member.safeParse(undefined);
    return absent.success && absent.data === undefined ? [] : [name];
  });
  return (body) => {
    const read: unknown = JSON.parse(body);
    const isWhole = typeof read === 'object' && read !== null && members.every((name) => name in read);
    return isWhole ? (read as z.output<Schema>) : schema.parse(read); // What is whole is as the schema left it.
  };
}
