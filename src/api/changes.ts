import { clearDemo, getRejectedRows, type Status } from '#contract';
import { call, callForBlob } from './client';

/** Removes the synthetic insurer; imported data stays. Not undoable. @throws ApiError */
export const clearDemoData = (): Promise<Status> => call(clearDemo, {});

/** All rejected rows of an import as CSV. @throws ApiError */
export const downloadRejectedRows = (importId: string): Promise<Blob> => callForBlob(getRejectedRows, { params: { id: importId } });
