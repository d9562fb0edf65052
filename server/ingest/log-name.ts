/** The file's name without folders and `.gz`: plain and zipped are the same log. Journeys, instances and rows are known by it. */
export const logName = (filename: string): string => {
  const name = filename.split(/[/\\]/).at(-1)?.replace(/\.gz$/i, '') ?? '';
  return name.slice(0, 100) || 'log';
};
