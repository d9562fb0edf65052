import { beforeEach, expect, test } from 'vitest';
import { systemAccess, type FileSpool } from '../ports';

const access = systemAccess('test');

/** What every `FileSpool` must do. Call it inside `describe`. */
export function fileSpoolSuite(open: () => FileSpool): void {
  let spool: FileSpool;
  beforeEach(() => {
    spool = open();
  });

  const streamOf = (...parts: string[]) => new Blob(parts).stream();
  const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

  test('a file comes back as it was put', async () => {
    const { key, bytes } = await spool.put(access, streamOf('旅程,', 'step'));
    expect(bytes).toBe(11);
    expect(await textOf(await spool.open(access, key))).toBe('旅程,step');
  });

  test('two files do not mix', async () => {
    const [one, two] = await Promise.all([spool.put(access, streamOf('one')), spool.put(access, streamOf('two'))]);
    expect(await textOf(await spool.open(access, two.key))).toBe('two');
    expect(await textOf(await spool.open(access, one.key))).toBe('one');
  });

  test('a removed or unknown file cannot be opened, and removing it again is no error', async () => {
    const { key } = await spool.put(access, streamOf('one'));
    await spool.remove(access, key);
    await spool.remove(access, key);
    await expect(spool.open(access, key)).rejects.toThrow('Failed to open the file');
    await expect(spool.open(access, '../../etc/passwd')).rejects.toThrow('Failed to open the file');
  });

  test('an upload that breaks off leaves nothing behind and says why', async () => {
    let pulled = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulled++ === 0) controller.enqueue(new Uint8Array(10));
        else controller.error(new Error('the connection broke'));
      },
    });
    await expect(spool.put(access, broken)).rejects.toThrow('the connection broke');
  });
}
