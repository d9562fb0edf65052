/** Not there yet. */
export const startMock = (): Promise<{ base: string }> => Promise.reject(new Error('Failed to start the browser mock: it is not built yet.'));
