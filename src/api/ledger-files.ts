import { getLedgerFile, getLedgerTemplate, type LedgerImportAnswer, postLedgerFile, type TicketFilterQuery, XLSX } from '#contract';
import { ApiError } from './api-error';
import { addressOf, callForBlob, parseAnswer } from './client';

type Language = 'zh' | 'en';

/** The tickets of a filter, all of them, as an Excel workbook. @throws ApiError */
export const downloadLedger = (filter: TicketFilterQuery, language: Language): Promise<Blob> => callForBlob(getLedgerFile, { query: { ...filter, language } });

/** An empty ledger to fill in. @throws ApiError */
export const downloadLedgerTemplate = (language: Language): Promise<Blob> => callForBlob(getLedgerTemplate, { query: { language } });

/** Reads a ledger sheet; with a key it takes the good rows, once however often it is sent; without one it only says what would happen. @throws ApiError */
export async function readLedgerFile(file: File, key?: string): Promise<LedgerImportAnswer> {
  const operation = `${postLedgerFile.method} ${postLedgerFile.path}`;
  const { url, headers } = await addressOf(postLedgerFile, { query: { dry: key === undefined ? 'true' : 'false' } });
  if (key !== undefined) headers['idempotency-key'] = key;
  let response: Response;
  try {
    response = await fetch(url, { method: postLedgerFile.method, headers: { ...headers, 'content-type': XLSX }, body: file });
  } catch (cause) {
    throw new ApiError({ kind: 'network' }, operation, { cause });
  }
  return parseAnswer(postLedgerFile, operation, response.status, await response.text());
}
