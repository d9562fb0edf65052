import { type ImportJob, importAnswer, type MappingProfile } from '#contract';
import type { TestApp } from './test-app';

/** Sends a file as a page does, waits until its import has ended, and answers how. Throws with the problem when it is not taken. */
export async function importFile(app: TestApp, filename: string, content: string | Uint8Array<ArrayBuffer>, profile?: MappingProfile): Promise<ImportJob> {
  const query = new URLSearchParams({ filename, ...(profile && { profile: JSON.stringify(profile) }) });
  const init = { method: 'POST', body: content, headers: { 'content-type': 'application/octet-stream' } };
  const { job } = importAnswer.parse(await app.json(`/api/v1/imports?${query}`, init));
  await app.services.imports.ended(job.id);
  return importAnswer.parse(await app.json(`/api/v1/imports/${job.id}`)).job;
}
