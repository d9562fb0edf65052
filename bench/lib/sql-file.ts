/** The statements of a committed reference, by the `-- name` line above them. */
export function statementsOf(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let current: string[] = [];
  for (const part of text.split(/^-- (?=[a-z]+$)/m).slice(1)) {
    const [name = '', ...lines] = part.split('\n');
    current = lines.join('\n').split(';').map((statement) => statement.trim()).filter(Boolean);
    sections.set(name.trim(), current);
  }
  return sections;
}
