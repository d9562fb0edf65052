export { ApiError, type ApiFailure } from './api-error';
export * from './changes';
export { actAs, connection, connectTo } from './connection';
export { failureOf, type FailureSummary } from './failure-of';
export { refreshData, subscribeLive, type LiveState } from './live';
export * from './page-config';
export * from './questions';
export { uploadImport, type Upload } from './upload-import';
