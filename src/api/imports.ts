import { deleteProfile, getProfiles, type ImportJob, type ImportPreview, type MappingProfile, postImportCancel, postImportPreview, postImportUndo, PREVIEW_BYTES, putProfile } from '#contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ApiError } from './api-error';
import { addressOf, call, parseAnswer } from './client';

/** What is sent of a file for its preview: some thousand rows. */
const SAMPLE_BYTES = 768 * 1024;

/**
 * What an import of a file would make of its first rows, by a profile that may say only a part.
 *
 * @throws ApiError
 */
async function askPreview(file: File, profile: MappingProfile, signal: AbortSignal): Promise<ImportPreview> {
  const operation = `${postImportPreview.method} ${postImportPreview.path}`;
  // A workbook is read from its end.
  const isWorkbook = new Uint8Array(await file.slice(0, 2).arrayBuffer()).join() === '80,75';
  const bytes = isWorkbook ? Math.min(file.size, PREVIEW_BYTES) : SAMPLE_BYTES;
  const whole = file.size <= bytes;
  const { url, headers } = await addressOf(postImportPreview, { query: { filename: file.name, profile: JSON.stringify(profile), whole: String(whole) } });
  // Read first: a file that was changed or moved since is told as that, not as a network that is away.
  const body = await file.slice(0, bytes).arrayBuffer();
  let response: Response;
  try {
    response = await fetch(url, { method: postImportPreview.method, headers: { ...headers, 'content-type': 'application/octet-stream' }, body, signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError({ kind: 'network' }, operation, { cause });
  }
  return parseAnswer(postImportPreview, operation, response.status, await response.text());
}

/** A preview; while another is asked for, that before stays on screen. */
export const previewQuery = (file: File, profile: MappingProfile) =>
  queryOptions({
    queryKey: ['import-preview', file.name, file.size, file.lastModified, profile],
    queryFn: ({ signal }) => askPreview(file, profile, signal),
    placeholderData: keepPreviousData,
    staleTime: 'static',
    gcTime: 60_000,
    retry: false,
  });

/** The mapping profiles that are kept, by name. */
export const profilesQuery = () => queryOptions({ queryKey: ['profiles'], queryFn: ({ signal }) => call(getProfiles, { signal }) });

/** Keeps a mapping under a name. @throws ApiError */
export const saveProfile = (name: string, body: MappingProfile) => call(putProfile, { params: { name }, body });

/** @throws ApiError */
export const removeProfile = (name: string) => call(deleteProfile, { params: { name } });

/** Stops an import and takes out what it stored. @throws ApiError */
export const cancelImport = async (id: string): Promise<ImportJob> => (await call(postImportCancel, { params: { id } })).job;

/** Takes an import out again. @throws ApiError */
export const undoImport = async (id: string): Promise<ImportJob> => (await call(postImportUndo, { params: { id } })).job;
