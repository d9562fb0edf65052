/**
 * Lines as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. What a spreadsheet would run as a formula is written as a text.
 */
export const writeCsv = (lines: readonly (readonly (string | number)[])[]): string =>
  `\u{feff}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  // A spreadsheet would run a name that begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
