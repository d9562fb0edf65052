import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StoreError, systemAccess } from '../ports';
import { diskSpool } from './disk-spool';
import { fileSpoolSuite } from './file-spool.suite';

const folder = () => mkdtempSync(join(tmpdir(), 'throughline-'));

describe('the spool on disk', () => {
  fileSpoolSuite(() => diskSpool(join(folder(), 'spool')));

  test('an upload that breaks off leaves no file', async () => {
    const where = folder();
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('broke')) });
    await expect(diskSpool(where).put(systemAccess('test'), broken)).rejects.toThrow('broke');
    expect(readdirSync(where)).toEqual([]);
  });

  test('a folder that cannot be made is told in one line', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect(() => diskSpool(join(file, 'spool'))).toThrow(StoreError);
  });
});
