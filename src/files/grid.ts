/** A line of cells as they stand in a file. */
export interface Line {
  /** Its number in the file or sheet, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A sheet, or a text cut into cells. */
export interface Grid {
  /** The sheet's name; empty for a text. */
  readonly name: string;
  readonly lines: readonly Line[];
}

/** The most lines a table may have: ten times fifty years of three members. */
export const mostLines = 500_000;

/** The beginning of a line as it stands there, for the list of those left out. */
export function lineText(line: Line): string {
  return line.cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' | ')
    .slice(0, 80);
}

/** Whether there is nothing in a line. */
export function isBlank(line: Line): boolean {
  return line.cells.every((cell) => cell.trim() === '');
}
