import { planningDefaults, type PlanningDefault } from './planning';
import { isJudged, type OurFigure, type WorldCheck } from './types';

const COLUMNS = ['What', 'Published', 'Mark', 'Ours', 'Deviation', 'Agrees if', 'Verdict'] as const;

function clock(hour: number): string {
  const minutes = Math.round(60 * hour);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function oursText({ value, spread }: OurFigure, unit: string, digits: number): string {
  if (unit === 'h of day') return clock(value);
  const text = (each: number) => each.toFixed(digits);
  const range = spread === undefined ? '' : ` (${text(spread[0])} to ${text(spread[1])})`;
  return `${text(value)}${range} ${unit}`;
}

function rowOf({ figure, ours, verdict, deviation }: WorldCheck): string[] {
  const { question, published, mark, unit, digits, criterion } = figure;
  const percent =
    deviation === undefined ? '' : `${deviation < 0 ? '' : '+'}${Math.round(100 * deviation)} %`;
  return [
    ...[question, published, mark, isJudged(ours) ? oursText(ours, unit, digits) : '-'],
    ...[percent === '-0 %' ? '0 %' : percent, criterion, verdict],
  ];
}

/** Columns as wide as their widest cell, as the formatter of this repository writes them. */
export function alignedTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [line(head!), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function defaultRow({
  what,
  source,
  published,
  unit,
  ours,
  range,
  verdict,
  note,
}: PlanningDefault): string[] {
  const number = (value: number) => String(Math.round(10 * value) / 10);
  const between = range === undefined ? '' : ` (${number(range[0])} to ${number(range[1])})`;
  const own = Number.isNaN(ours) ? '-' : `${number(ours)}${between}`;
  return [what, source, `${published} ${unit}`, own, verdict, note];
}

/** Planning figures beside the defaults; takes no computing. */
export function planningText(): string {
  const head = ['Default', 'Source', 'Published', 'Ours', 'Verdict', 'Note'];
  return alignedTable([head, ...planningDefaults().map(defaultRow)]);
}

/** The same questions asked of fewer weeks: figures only. */
export function sampleText(sample: readonly WorldCheck[]): string {
  const rows = sample.map((check) => [check.figure.question, rowOf(check)[3]!, check.verdict]);
  return alignedTable([['In the four coldest weeks alone', 'Ours', 'Verdict'], ...rows]);
}

/** The table, how each figure was found, and why some differ: Markdown. */
export function worldText(checks: readonly WorldCheck[]): string {
  const table = alignedTable([[...COLUMNS], ...checks.map(rowOf)]);
  const found = checks.map(
    ({ figure, ours }) =>
      `- ${figure.question}: ${isJudged(ours) ? ours.detail : ours.reason}. Source: ${figure.source}.`,
  );
  const differing = checks.flatMap(({ figure, why }) =>
    why === undefined ? [] : [`- ${figure.question}: ${why}`],
  );
  const count = (verdict: WorldCheck['verdict']) =>
    checks.filter((check) => check.verdict === verdict).length;
  const sum = `${count('agrees')} agree, ${count('differs')} differ, ${count('not judged')} not judged.`;
  const why = differing.length === 0 ? [] : ['Why some differ:', differing.join('\n')];
  const defaults = ['Planning figures of the same tools, and the defaults here:', planningText()];
  return [sum, table, 'How ours were found:', found.join('\n'), ...why, ...defaults].join('\n\n');
}

const marker = (end: boolean) => `<!-- ${end ? '/' : ''}agree -->`;

/** A page with the text between its markers replaced; undefined where it has none. */
export function withWorldText(page: string, text: string): string | undefined {
  const from = page.indexOf(marker(false));
  const to = page.indexOf(marker(true));
  if (from < 0 || to < from) return undefined;
  return `${page.slice(0, from + marker(false).length)}\n\n${text}\n\n${page.slice(to)}`;
}

/** As a file: nothing but plain values. */
export function worldJson(districtId: string, stepS: number, checks: readonly WorldCheck[]): string {
  const rows = checks.map(({ figure, ours, verdict, deviation, why }) => ({
    ...{ id: figure.id, question: figure.question, source: figure.source, mark: figure.mark },
    ...{ published: figure.published, criterion: figure.criterion, unit: figure.unit, verdict },
    ...(isJudged(ours)
      ? { ours: ours.value, spread: ours.spread ?? null, detail: ours.detail }
      : { ours: null, spread: null, detail: ours.reason }),
    ...{ deviation: deviation ?? null, why: why ?? null },
  }));
  return `${JSON.stringify({ district: districtId, stepS, checks: rows }, null, 2)}\n`;
}
