/** Tables of the READMEs here as Markdown, and the places between markers where they stand. */

/** One comparison of a folder, as tests/validation/README.md lists it. */
export interface Comparison {
  readonly folder: string;
  readonly compared: string;
  readonly against: string;
  readonly figure: string;
  readonly tolerance: string;
}

export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The first column is text, the others are figures. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, k) => (k === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;

/** Three significant digits, or that it is less than `rounding`: below it a figure changes from build to build. */
export function small(value: number, rounding: number): string {
  if (value < rounding) return `< ${rounding}`;
  const figure = Number(value.toPrecision(3));
  return figure < 1e-3 ? figure.toExponential() : `${figure}`;
}

export const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Middle value; of an even number the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

/** The formatter pads cells. */
export const bare = (text: string): string =>
  text.replaceAll(/ +/g, ' ').replaceAll(/-{2,}(:?)/g, '---$1').trim(); // prettier-ignore

/** Text between `<!-- name -->` and `<!-- /name -->`, and the document with other text there. */
export function betweenMarkers(document: string, name: string): string {
  const [from, to] = markers(document, name);
  return document.slice(from, to).trim();
}

export function withBetween(document: string, name: string, text: string): string {
  const [from, to] = markers(document, name);
  return `${document.slice(0, from)}\n\n${text}\n\n${document.slice(to)}`;
}

function markers(document: string, name: string): [number, number] {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(open), document.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`No ${open} .. ${close}.`);
  return [from + open.length, to];
}

export const OVERVIEW = 'comparisons';
const OVERVIEW_HEAD = ['Folder', 'compared', 'with', 'figure', 'tolerance'];

export const comparisonRow = ({ folder, compared, against, figure, tolerance }: Comparison): string =>
  row([`[${folder}](${folder})`, compared, against, figure, tolerance]);

/** Rows of a folder in the overview's table. */
export function rowsOfFolder(overview: string, folder: string): string[] {
  const rows = bare(betweenMarkers(overview, OVERVIEW)).split('\n');
  return rows.filter((line) => line.startsWith(`| [${folder}](`));
}

/** The overview's table, a folder's rows as they stand where its figures could not be computed. */
export function overviewTable(
  overview: string,
  folders: readonly string[],
  computed: ReadonlyMap<string, readonly Comparison[]>,
): string {
  const rows = folders.flatMap((folder) => {
    const fresh = computed.get(folder) ?? [];
    return fresh.length > 0 ? fresh.map(comparisonRow) : rowsOfFolder(overview, folder);
  });
  return [row(OVERVIEW_HEAD), row(OVERVIEW_HEAD.map(() => '---')), ...rows].join('\n');
}
