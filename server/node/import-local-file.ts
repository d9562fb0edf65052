import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type ImportJob, mappingProfile, type MappingProfile } from '#contract';
import { UnreadableFile } from '../ingest/unreadable-file';
import { systemAccess } from '../ports';
import type { Services } from '../services/services';
import { ConfigError } from './read-config';

/** Imports a file of this computer and answers how it ended. Throws a `ConfigError` when it, or its profile, cannot be read. */
export async function importLocalFile({ imports }: Services, file: string, profileFile: string | undefined): Promise<ImportJob> {
  const profile = profileFile === undefined ? {} : await readProfile(profileFile);
  const stats = await stat(file).catch(() => undefined);
  if (!stats?.isFile()) throw new ConfigError(`There is no file ${file} to import.`);
  try {
    // Node's and the browser's ReadableStream are one class with two declarations.
    const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
    const job = await imports.start(systemAccess('import'), body, path.basename(file), profile);
    return (await imports.ended(job.id)) ?? job;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new ConfigError(`Failed to import ${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

async function readProfile(file: string): Promise<MappingProfile> {
  try {
    return mappingProfile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    const fields = Object.keys(mappingProfile.shape).join(', ');
    throw new ConfigError(`The profile ${file} cannot be read. It is JSON with column names for any of: ${fields}.`, { cause });
  }
}
