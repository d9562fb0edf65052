import { postImport, type ImportJob, type MappingProfile } from '#contract';
import { ApiError } from './api-error';
import { addressOf, parseAnswer } from './client';

export interface Upload {
  file: File;
  profile?: MappingProfile;
  signal?: AbortSignal;
  onProgress?: (sent: { bytes: number; total: number }) => void;
}

/**
 * Sends a file to be imported and answers as soon as it is received; its import goes on after that (`importQuery`).
 *
 * XMLHttpRequest, because `fetch` cannot tell how much of a body has been sent.
 *
 * @throws ApiError; or the signal's reason
 */
export async function uploadImport({ file, profile, signal, onProgress }: Upload): Promise<ImportJob> {
  const operation = `${postImport.method} ${postImport.path}`;
  const query = { filename: file.name, ...(profile && { profile: JSON.stringify(profile) }) };
  const { url, headers } = await addressOf(postImport, { query });
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(postImport.method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => onProgress?.({ bytes: loaded, total: file.size });
    request.onerror = () => reject(new ApiError({ kind: 'network' }, operation));
    request.onabort = () => reject(signal?.reason ?? new DOMException('The upload was cancelled.', 'AbortError'));
    request.onload = () => {
      try {
        resolve(parseAnswer(postImport, operation, request.status, request.responseText).job);
      } catch (error) {
        reject(error);
      }
    };
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
