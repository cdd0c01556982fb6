import Papa from 'papaparse';

/** One line of an EPW file, split at commas and trimmed, with its 1-based line number. */
export interface EpwLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits comma-separated text into lines; blank lines are left out but keep their number. Quotes are plain text. */
export function splitEpwLines(text: string): EpwLine[] {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  // Header comments hold stray quotes, so quoting is switched off: a NUL cannot occur in a text file.
  const parsed = Papa.parse<string[]>(plain.replace(/\r\n?/g, '\n'), {
    delimiter: ',',
    newline: '\n',
    quoteChar: '\u0000',
    header: false,
    skipEmptyLines: false,
  });
  const lines: EpwLine[] = [];
  parsed.data.forEach((cells, index) => {
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell !== '')) lines.push({ line: index + 1, cells: trimmed });
  });
  return lines;
}

/** Strict decimal number: the whole cell, no hexadecimal, no `Infinity`; NaN otherwise. */
export function parseDecimal(cell: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(cell) ? Number(cell) : NaN;
}
