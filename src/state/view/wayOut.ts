import { PAYERS } from '../../measures';
import type { Explanation } from '../../study/comparison';
import {
  bySite,
  FAMILIES,
  MV_SITE,
  violationKey,
  type Family,
  type SiteViolation,
  type WayOutSet,
} from '../../study/wayOut';
import { MISSING, NARROW_NO_BREAK_SPACE } from '../../units';
import { coreWords, wordsOf, type Language } from '../../words';
import { en } from '../../words/en';
import type { WayOutStudy } from '../studies/wayOutStudy';
import { speechOf } from './speech';

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
const KINDS = [
  ['transformer', 'transformers'],
  ['line', 'lines'],
  ['bus', 'buses'],
] as const;

export const siteName = (siteId: string, language: Language): string =>
  siteId === MV_SITE ? wordsOf(language)('wayOut.mv') : siteId;

export function siteRows(
  { found, explanations, firstYears }: WayOutStudy,
  language: Language,
): readonly SiteRow[] {
  const { hours } = speechOf(language);
  return [...bySite(found?.violations ?? [])].map(([siteId, violations]) => {
    const worst = violations[0]!;
    const years = violations.flatMap((each) => firstYears?.get(violationKey(each)) ?? []);
    const explained = explanations.find(({ violation }) => violation.elementId === worst.elementId);
    return {
      siteId,
      name: siteName(siteId, language),
      worst,
      worstText: worstText(worst, language),
      hoursText: Number.isNaN(worst.hours) ? MISSING : `${hours(worst.hours)}${NARROW_NO_BREAK_SPACE}h`,
      elements: elementsText(violations, language),
      sinceText: years.length === 0 ? MISSING : String(Math.min(...years)),
      ...becauseOf(explained, language),
    };
  });
}

function worstText({ what, worst }: SiteViolation, language: Language): string {
  const { percent, fixed } = speechOf(language);
  return what === 'loading' ? percent(worst * 100) : `${fixed(worst, 3)} pu`;
}

/** "transformer T-05, 4 lines, 12 buses". */
function elementsText(violations: readonly SiteViolation[], language: Language): string {
  const words = wordsOf(language);
  return KINDS.flatMap(([one, many]) => {
    const own = violations.filter(({ kind }) => kind === one).map(({ elementId }) => elementId);
    const [id, ...others] = new Set(own);
    if (id === undefined) return [];
    return others.length === 0
      ? [words(`wayOut.kinds.${one}`, { id })]
      : [words(`wayOut.kinds.${many}`, { number: others.length + 1 })];
  }).join(', ');
}

function becauseOf(
  explained: Explanation | undefined,
  language: Language,
): Pick<SiteRow, 'because' | 'buildingIds'> {
  const { words, quantity } = speechOf(language);
  const hour = explained?.hours[0];
  if (hour === undefined) return { because: MISSING, buildingIds: [] };
  const uses = [...hour.endUses]
    .sort((a, b) => b.powerW - a.powerW)
    .slice(0, NAMED_USES)
    .map(
      ({ use, powerW }) => `${inSentence(words(`facts.endUses.${use}`), language)} ${quantity(powerW, 'W')}`,
    );
  return {
    because: uses.join(', '),
    buildingIds: hour.contributors.slice(0, NAMED_BUILDINGS).map(({ buildingId }) => buildingId),
  };
}

/** German nouns keep their capital within a sentence. */
const inSentence = (name: string, language: Language): string =>
  language === 'en' ? name.toLowerCase() : name;

export const eurText = (value: number, language: Language): string =>
  Number.isNaN(value) ? wordsOf(language)('wayOut.notKnown') : speechOf(language).quantity(value, 'EUR');

const isFamily = (name: string): name is Family => (FAMILIES as readonly string[]).includes(name);

/** "Cheapest way out" for the optimiser's mix; the others by their names. */
export function setTitle({ name }: Pick<WayOutSet, 'name'>, language: Language): string {
  const words = wordsOf(language);
  if (name === 'mix') return words('wayOut.names.mix');
  const [family = '', number = ''] = name.split(' ');
  return isFamily(family) ? words(`wayOut.names.${family}`) : words('wayOut.names.runnerUp', { number });
}

export function verdictText({ options, remains, isCutShort }: WayOutSet, language: Language): string {
  const words = wordsOf(language);
  if (options.length === 0) return words('wayOut.verdicts.none');
  if (remains.length === 0) return words('wayOut.verdicts.keeps');
  const places = [...new Set(remains.map(({ siteId }) => siteName(siteId, language)))].join(', ');
  return words(isCutShort ? 'wayOut.verdicts.nearest' : 'wayOut.verdicts.rest', {
    count: remains.length,
    places,
  });
}

/** "the network operator 12 k EUR, households 3 k EUR" a year. */
export function payersText({ yearlyEurByPayer }: WayOutSet, language: Language): string {
  const words = wordsOf(language);
  return PAYERS.filter((payer) => yearlyEurByPayer[payer] !== 0)
    .map((payer) => `${words(`wayOut.payers.${payer}`)} ${eurText(yearlyEurByPayer[payer], language)}`)
    .join(', ');
}

/** How far a search is: what the page says itself, or what the search does. */
export function wayOutStage({ stage }: Pick<WayOutStudy, 'stage'>, language: Language): string {
  const own = wordsOf(language);
  return isOwnStage(stage) ? own(`wayOut.stages.${stage}`) : coreWords(language, stage);
}

const isOwnStage = (stage: string): stage is keyof typeof en.wayOut.stages => stage in en.wayOut.stages;
