/** A cell of the grid; line −1 is its head, column 0 the one that selects. */
export interface Cell {
  line: number;
  column: number;
}

/** The id of a cell in the document, for `aria-activedescendant`. */
export const cellId = (grid: string, { line, column }: Cell): string => `${grid}-${line}-${column}`;
