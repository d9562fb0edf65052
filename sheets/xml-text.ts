/** Characters that XML 1.0 cannot hold, and what would be read back as one of their escapes (ECMA-376 part 1, 22.9.2.19, `ST_Xstring`). */
// oxlint-disable-next-line no-control-regex -- these are the characters it is about
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[\dA-Fa-f]{4}_)/g;

/** A text of a cell as XML. */
export const xmlText = (text: string): string =>
  text
    .replaceAll(UNWRITABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // A bare carriage return is read back as a line feed.
    .replaceAll('\r', '&#13;');

/** The text that a cell's XML, read, stands for. */
export const cellText = (text: string): string => text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
