/** The table of the README's stories: what a row says of a path, and where it stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/sources.mjs';

const FOLDER = 'scenarios/presets';
const FROM = '<!-- stories -->';
const TO = '<!-- /stories -->';
const MIDDLE = 2035;

const json = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** Presets in the order in which they are told. */
export const STORIES = json(`${FOLDER}/index.json`).presets.map((id) => {
  const file = `${FOLDER}/${id}.scenario.json`;
  return { id, file, sentence: json(file).description };
});

const COLUMNS = [
  'Preset',
  'Story',
  'First overload',
  'of a transformer',
  `Worst transformer ${MIDDLE}`,
  'in the last year',
  'Outside limits in the last year',
  'Losses, MWh/a',
  'Carbon, t CO2e/a',
  'Investment, MEUR',
];

/** Cells of one story; `path` is the path.json of its run. */
export function rowOf({ id, sentence }, path) {
  const own = path.years.filter(({ isBetween }) => !isBetween);
  const last = own.at(-1);
  const middle = own.find(({ year }) => year === MIDDLE);
  return [
    `\`${id}\``,
    sentence,
    firstWords(path.firstOverload),
    firstWords(path.firstTransformerOverload),
    percent(kpiOf(middle, 'worstTransformerLoading')),
    percent(kpiOf(last, 'worstTransformerLoading')),
    violationWords(last),
    rounded(kpiOf(last, 'losses'), 3.6e9),
    rounded(kpiOf(last, 'carbon'), 1000),
    investmentWords(path.investments),
  ];
}

export function tableOf(rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map(line)].join('\n');
}

export function withTable(text, table) {
  const [from, to] = markers(text);
  return `${text.slice(0, from)}\n\n${table}\n\n${text.slice(to)}`;
}

/** Ids and sentences of the rows that stand in a README. */
export function storiesIn(text) {
  const [from, to] = markers(text);
  const rows = text.slice(from, to).trim().split('\n').slice(2);
  return rows.map((row) => {
    const [, id, sentence] = row.split('|').map((cell) => cell.trim());
    return { id: id.replaceAll('`', ''), sentence };
  });
}

function markers(text) {
  const from = text.indexOf(FROM);
  const to = text.indexOf(TO);
  if (from < 0 || to < from) throw new Error('The README has no place for the stories.');
  return [from + FROM.length, to];
}

const kpiOf = (year, id) => year?.kpis.find((kpi) => kpi.id === id)?.value ?? null;
const percent = (value) => (value === null ? '-' : `${Math.round(value)} %`);
const rounded = (value, unit) =>
  value === null ? '-' : Math.round(value / unit).toLocaleString('en-GB', { useGrouping: false });

function firstWords(first) {
  if (first === null) return 'none';
  const { year, keptIn } = first;
  if (keptIn === null) return `by ${year}`;
  return year - keptIn === 1 ? String(year) : `${keptIn + 1} to ${year}`;
}

function violationWords({ isSolved, violations }) {
  if (!isSolved) return 'no solution of the power flow';
  const { transformers, lines, buses } = violations;
  if (transformers + lines + buses === 0) return 'none';
  return `${transformers} transformers, ${lines} lines, ${buses} buses`;
}

/** Sums of the steps; what has no price is counted, and a sum of nothing but such is not known. */
function investmentWords(investments) {
  const sum = (of) => investments.reduce((total, one) => total + of(one), 0);
  const eur = sum(({ typicalEur }) => typicalEur);
  const unknown = sum(({ notKnown }) => notKnown);
  const elements = sum(({ byMeasure }) => byMeasure.reduce((total, one) => total + one.elements, 0));
  if (elements > 0 && unknown === elements) return 'not known';
  return `${(eur / 1e6).toFixed(1)}${unknown > 0 ? ` (${unknown} works without a price)` : ''}`;
}
