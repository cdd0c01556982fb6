import { PAYER_WORDS, PAYERS } from '../../measures';
import type { Explanation } from '../../study/comparison';
import { bySite, MV_SITE, violationKey, type SiteViolation, type WayOutSet } from '../../study/wayOut';
import { formatQuantity, MISSING, NARROW_NO_BREAK_SPACE } from '../../units';
import type { WayOutStudy } from '../studies/wayOutStudy';
import { END_USE_WORDS, formatHours, formatPercent } from './text';

/** What is wrong at one station, in one row. */
export interface SiteRow {
  readonly siteId: string;
  readonly name: string;
  /** Its worst violation. */
  readonly worst: SiteViolation;
  readonly worstText: string;
  readonly hoursText: string;
  /** Elements outside their limits there, in words. */
  readonly elements: string;
  /** First year, where adoption grows evenly; a dash until it is known. */
  readonly sinceText: string;
  readonly because: string;
  readonly buildingIds: readonly string[];
}

const NAMED_USES = 3;
const NAMED_BUILDINGS = 5;
const KIND_WORDS = { transformer: 'transformer', line: 'line', bus: 'bus' } as const;

export const siteName = (siteId: string): string => (siteId === MV_SITE ? 'Medium voltage' : siteId);

export function siteRows({ found, explanations, firstYears }: WayOutStudy): readonly SiteRow[] {
  return [...bySite(found?.violations ?? [])].map(([siteId, violations]) => {
    const worst = violations[0]!;
    const years = violations.flatMap((each) => firstYears?.get(violationKey(each)) ?? []);
    const explained = explanations.find(({ violation }) => violation.elementId === worst.elementId);
    return {
      siteId,
      name: siteName(siteId),
      worst,
      worstText: amountText(worst),
      hoursText: Number.isNaN(worst.hours) ? MISSING : `${formatHours(worst.hours)}${NARROW_NO_BREAK_SPACE}h`,
      elements: elementsText(violations),
      sinceText: years.length === 0 ? MISSING : String(Math.min(...years)),
      ...becauseOf(explained),
    };
  });
}

const amountText = ({ what, worst }: SiteViolation): string =>
  what === 'loading' ? formatPercent(worst * 100) : `${worst.toFixed(3)} pu`;

/** "transformer T-05, 4 lines, 12 buses". */
function elementsText(violations: readonly SiteViolation[]): string {
  return (['transformer', 'line', 'bus'] as const)
    .flatMap((kind) => {
      const ids = [
        ...new Set(violations.filter((each) => each.kind === kind).map(({ elementId }) => elementId)),
      ];
      if (ids.length === 0) return [];
      const word = KIND_WORDS[kind];
      return [
        ids.length === 1 ? `${word} ${ids[0]!}` : `${ids.length} ${word}${kind === 'bus' ? 'es' : 's'}`,
      ];
    })
    .join(', ');
}

function becauseOf(explained: Explanation | undefined): Pick<SiteRow, 'because' | 'buildingIds'> {
  const hour = explained?.hours[0];
  if (hour === undefined) return { because: MISSING, buildingIds: [] };
  const uses = [...hour.endUses]
    .sort((a, b) => b.powerW - a.powerW)
    .slice(0, NAMED_USES)
    .map(({ use, powerW }) => `${END_USE_WORDS[use].toLowerCase()} ${formatQuantity(powerW, 'W')}`);
  return {
    because: uses.join(', '),
    buildingIds: hour.contributors.slice(0, NAMED_BUILDINGS).map(({ buildingId }) => buildingId),
  };
}

export const eurText = (value: number): string =>
  Number.isNaN(value) ? 'not known' : formatQuantity(value, 'EUR');

/** "Cheapest way out" for the optimiser's mix; the others by their names. */
export const setTitle = ({ name }: WayOutSet): string =>
  name === 'mix' ? 'Cheapest way out' : `${name[0]!.toUpperCase()}${name.slice(1)}`;

export function verdictText({ options, remains, isCutShort }: WayOutSet): string {
  if (options.length === 0) return 'No combination of candidates is a way out.';
  if (remains.length === 0) return 'The power flow of its whole year keeps every limit.';
  const places = [...new Set(remains.map(({ siteId }) => siteName(siteId)))].join(', ');
  const rest = `${remains.length} ${remains.length === 1 ? 'element stays' : 'elements stay'} outside (${places})`;
  return isCutShort
    ? `${rest}: the search ended with this, the nearest it came.`
    : `${rest}: no way out for them.`;
}

/** "the network operator 12 k EUR, households 3 k EUR" a year. */
export function payersText({ yearlyEurByPayer }: WayOutSet): string {
  return PAYERS.filter((payer) => yearlyEurByPayer[payer] !== 0)
    .map((payer) => `${PAYER_WORDS[payer].object} ${eurText(yearlyEurByPayer[payer])}`)
    .join(', ');
}
