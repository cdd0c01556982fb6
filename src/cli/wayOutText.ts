import type { District } from '../model/district';
import { PAYER_WORDS, PAYERS } from '../measures';
import type { RunResult } from '../study/runResult';
import type { Explanation } from '../study/comparison';
import {
  bySite,
  MV_SITE,
  violationKey,
  type SiteViolation,
  type WayOut,
  type WayOutSet,
} from '../study/wayOut';
import { formatDelta, formatQuantity } from '../units';
import { stepTime } from './tables';

export interface WayOutShown {
  readonly found: WayOut;
  readonly run: RunResult;
  /** The district with its corrections and without measures, which selectors are resolved against. */
  readonly stands: District;
  readonly explanations: readonly Explanation[];
  /** First year of each violation by `violationKey`; empty where the scenario is the same in all years. */
  readonly firstYears: ReadonlyMap<string, number>;
}

/** Kinds of violations of one station that are named one by one. */
const NAMED = 3;
const NAMED_BUILDINGS = 5;

/** What is wrong, since when and because of whom, and the cheapest ways out, in sentences. */
export function wayOutText({ found, run, explanations, firstYears }: WayOutShown): string {
  const { scenario, violations, elsewhere, sets, leftOut, evaluations } = found;
  const sites = bySite(violations);
  return [
    `${scenario.name}, year ${scenario.year}.`,
    headline(violations.length, sites.size, elsewhere),
    ...[...sites].flatMap(([siteId, own]) => siteLines(siteId, own, run, firstYears)),
    ...explanations.map((each) => becauseLine(each, run)),
    '',
    ...sets.flatMap((set) => [...setLines(set), '']),
    ...leftOutLines(leftOut),
    `${evaluations} years were run. Stations were screened side by side: their low-voltage networks meet only in the voltage of the medium-voltage network; every set was then judged by a power flow of its whole year.`,
  ].join('\n');
}

/** What is wrong in all; stations that were not asked about are not passed over in silence. */
function headline(here: number, places: number, elsewhere: WayOut['elsewhere']): string {
  if (here + elsewhere.length === 0) return 'Nothing is outside its limits: there is nothing to do.';
  const others =
    elsewhere.length === 0
      ? ''
      : `${elsewhere.length} elements elsewhere (${[...bySite(elsewhere).keys()].join(', ')}) are outside theirs and were not asked about`;
  if (here === 0) return `Nothing is outside its limits at the stations asked about; ${others}.`;
  const head = `${here} elements at ${places} places are outside their limits`;
  return others === '' ? `${head}:` : `${head}; ${others}:`;
}

function siteLines(
  siteId: string,
  violations: readonly SiteViolation[],
  run: RunResult,
  firstYears: ReadonlyMap<string, number>,
): readonly string[] {
  const rest = violations.length - NAMED;
  return [
    `  ${siteId === MV_SITE ? 'Medium-voltage network' : `Station ${siteId}`}:`,
    ...violations
      .slice(0, NAMED)
      .map((each) => `    ${violationWords(each, run, firstYears.get(violationKey(each)))}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
  ];
}

const KIND_WORDS = { transformer: 'Transformer', line: 'Line', bus: 'Bus' } as const;

function violationWords(violation: SiteViolation, run: RunResult, firstYear: number | undefined): string {
  const { kind, elementId, what, worst, limit, hours, aboveJ, worstStep } = violation;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const amount = what === 'loading' ? 'loaded to' : 'voltage at';
  return [
    `${KIND_WORDS[kind]} ${elementId}: ${amount} ${percent(worst)} (limit ${percent(limit)}) at worst on ${stepTime(run, worstStep)}`,
    ...(Number.isNaN(hours) ? [] : [`${hours} h beyond it`]),
    ...(Number.isNaN(aboveJ) ? [] : [`${formatQuantity(aboveJ, 'J')} above it`]),
    ...(firstYear === undefined ? [] : [`first in ${firstYear}`]),
  ].join(', ');
}

function becauseLine({ violation, hours }: Explanation, run: RunResult): string {
  const [worst] = hours;
  if (worst === undefined) return `  ${violation.elementId}: nothing is known of its load.`;
  const uses = [...worst.endUses]
    .sort((a, b) => b.powerW - a.powerW)
    .slice(0, NAMED)
    .map(({ use, powerW }) => `${use} ${formatQuantity(powerW, 'W')}`);
  const buildings = worst.contributors
    .slice(0, NAMED_BUILDINGS)
    .map(({ buildingId, netW }) => `${buildingId} ${formatQuantity(netW, 'W')}`);
  return `  ${violation.elementId} on ${stepTime(run, worst.step)} carries ${formatQuantity(worst.loadW, 'W')}: ${uses.join(', ')}; most from ${buildings.join(', ')} and ${worst.others.count + worst.contributors.length - buildings.length} others.`;
}

const eur = (value: number): string => `${Math.round(value).toLocaleString('en-GB')} EUR`;

function setLines(set: WayOutSet): readonly string[] {
  const { name, options, cost, carbonKgPerYear, yearlyEurByPayer, remains, givenUp, rounds, kpis } = set;
  if (options.length === 0) return [`${title(name)}: no way out was found among the candidates.`];
  const payers = PAYERS.filter((payer) => yearlyEurByPayer[payer] !== 0).map(
    (payer) => `${PAYER_WORDS[payer].object} ${eur(yearlyEurByPayer[payer])}`,
  );
  const changed = kpis.filter(({ kpi, delta }) => KPI_IDS.includes(kpi.id) && delta !== 0);
  return [
    `${title(name)}: ${eur(cost.yearlyEur)} a year, ${eur(cost.investmentEur)} once (${eur(cost.lowEur)} to ${eur(cost.highEur)}), quality ${cost.quality.replaceAll('_', ' ')}.`,
    ...options.map(
      ({ siteId, words, payer, cost: own }) =>
        `  ${siteId}: ${words} (${eur(own.yearlyEur)} a year, ${PAYER_WORDS[payer].object} pays)`,
    ),
    `  Carbon: ${formatDelta(carbonKgPerYear, 0, 'kg CO2e')} a year. Who pays, a year: ${payers.join(', ')}.`,
    ...(changed.length === 0
      ? []
      : [
          `  ${changed.map(({ kpi, a, b }) => `${kpi.label} ${formatQuantity(a, kpi.unit)} to ${formatQuantity(b, kpi.unit)}`).join('; ')}.`,
        ]),
    remains.length === 0
      ? `  The power flow of the whole year keeps every limit (proposal ${rounds}).`
      : `  It leaves ${remains.length} elements outside their limits (${[...new Set(remains.map(({ siteId }) => siteId))].join(', ')}): it is no way out for them.`,
    ...(givenUp.length === 0 ? [] : [`  No combination of candidates was found for ${givenUp.join(', ')}.`]),
    ...(set.isCutShort
      ? [`  The search ended after its last round; this is the year that came nearest.`]
      : []),
    ...cost.notes.map((note) => `  ${note}`),
  ];
}

const KPI_IDS: readonly string[] = ['peakImport', 'hoursOverload', 'energyCost'];

const title = (name: string): string =>
  name === 'mix' ? 'Cheapest way out' : `${name[0]!.toUpperCase()}${name.slice(1)}`;

/** Candidates that fell out, each reason once. */
function leftOutLines(leftOut: WayOut['leftOut']): readonly string[] {
  const places = new Map<string, Set<string>>();
  for (const { siteId, words, reason } of leftOut) {
    const key = `${words}: ${reason}`;
    places.set(key, (places.get(key) ?? new Set()).add(siteId));
  }
  if (places.size === 0) return [];
  const lines = [...places].map(([text, sites]) => `  ${text} (${[...sites].join(', ')})`);
  return ['Candidates that fell out:', ...lines, ''];
}
