import { ApiError, failureOf, importsQuery, uploadImport, type FailureSummary } from '#api';
import type { ImportJob, MappingProfile, ToldReason } from '#contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

/** A file on its way to the API, until it is received or not. */
export type UploadState =
  | { kind: 'idle' }
  /** Its mapping is looked at. */
  | { kind: 'chosen'; file: File }
  | { kind: 'sending'; file: File; sent: number }
  | { kind: 'unreadable'; file: File; reason: ToldReason; line?: number | undefined }
  | { kind: 'failed'; file: File; profile: MappingProfile; failure: FailureSummary };

export interface UploadControl {
  state: UploadState;
  choose: (file: File) => void;
  send: (file: File, profile: MappingProfile) => void;
  /** Stops sending; nothing is imported. */
  cancel: () => void;
  dismiss: () => void;
}

/** Sends one file at a time; `onReceived` hears of the import that begins with it. */
export function useUpload(onReceived: (job: ImportJob) => void): UploadControl {
  const queries = useQueryClient();
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const stop = useRef<AbortController>(null);
  // Leaving the page gives up what has not been received.
  useEffect(() => () => stop.current?.abort(), []);

  const send = useCallback(
    async (file: File, profile: MappingProfile) => {
      stop.current?.abort();
      const control = new AbortController();
      stop.current = control;
      setState({ kind: 'sending', file, sent: 0 });
      try {
        const job = await uploadImport({ file, profile, signal: control.signal, onProgress: ({ bytes }) => setState({ kind: 'sending', file, sent: bytes }) });
        setState({ kind: 'idle' });
        void queries.invalidateQueries({ queryKey: importsQuery().queryKey });
        onReceived(job);
      } catch (error) {
        if (!control.signal.aborted) setState(unreadable(file, error) ?? { kind: 'failed', file, profile, failure: failureOf(error) });
      }
    },
    [queries, onReceived],
  );
  const dismiss = () => setState({ kind: 'idle' });
  const cancel = () => {
    stop.current?.abort();
    dismiss();
  };
  return { state, choose: (file) => setState({ kind: 'chosen', file }), send: (file, profile) => void send(file, profile), cancel, dismiss };
}

/** The API refused the file for what is in it. */
const unreadable = (file: File, error: unknown): UploadState | undefined => {
  if (!(error instanceof ApiError) || error.failure.kind !== 'problem' || error.failure.code !== 'unprocessable-file') return undefined;
  const { detail, title, errors } = error.failure.problem;
  return { kind: 'unreadable', file, reason: errors?.[0] ?? { reason: detail ?? title }, line: errors?.[0]?.line };
};
