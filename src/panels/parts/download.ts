/** Hands a text to the user as a file. */
export function downloadText(fileName: string, text: string, type = 'text/csv'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the address over by the time this runs.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name without characters that file systems refuse. */
export const fileNameOf = (...parts: readonly string[]): string =>
  parts.map((part) => part.toLowerCase().replace(/[^a-z0-9]+/g, '-')).join('_');
