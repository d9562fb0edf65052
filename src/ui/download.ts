/** Hands a text to the browser as a file to keep. */
export const download = (name: string, type: string, text: string): void => saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));

/** Hands bytes to the browser as a file to keep. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click has been handled by then.
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
