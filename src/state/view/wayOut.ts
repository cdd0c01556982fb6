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
  /** First year, where adoption grows evenly; that it comes last, until it is known. */
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
  { found, explanations, firstYears, status }: WayOutStudy,
  language: Language,
): readonly SiteRow[] {
  const sinceKey =
    firstYears === null && status === 'running' ? 'wayOut.table.sinceLater' : 'wayOut.table.sinceUnknown';
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
      sinceText: years.length === 0 ? wordsOf(language)(sinceKey) : String(Math.min(...years)),
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

/** What a set leaves outside its limits: where it was asked about, and what was so before where nobody asked. */
export function leftBy(
  { remains }: WayOutSet,
  elsewhere: readonly SiteViolation[],
): { readonly asked: readonly SiteViolation[]; readonly others: readonly SiteViolation[] } {
  const before = new Set(elsewhere.map(violationKey));
  const isOther = (one: SiteViolation): boolean => before.has(violationKey(one));
  return { asked: remains.filter((one) => !isOther(one)), others: remains.filter(isOther) };
}

/** What a set comes to, where it was asked about; `elsewhere` are violations at stations that were not. */
export function verdictText(
  set: WayOutSet,
  language: Language,
  elsewhere: readonly SiteViolation[] = [],
): string {
  const words = wordsOf(language);
  if (set.options.length === 0) return words('wayOut.verdicts.none');
  const { asked, others } = leftBy(set, elsewhere);
  const said = (left: readonly SiteViolation[]) => ({
    count: left.length,
    places: [...new Set(left.map(({ siteId }) => siteName(siteId, language)))].join(', '),
  });
  const own =
    asked.length > 0
      ? words(set.isCutShort ? 'wayOut.verdicts.nearest' : 'wayOut.verdicts.rest', said(asked))
      : words(others.length === 0 ? 'wayOut.verdicts.keeps' : 'wayOut.verdicts.keepsAsked');
  return others.length === 0 ? own : `${own} ${words('wayOut.verdicts.elsewhere', said(others))}`;
}

/** "keeps every limit", "keeps every limit asked about", "leaves 3 outside". */
export function badgeOf(
  set: WayOutSet,
  language: Language,
  elsewhere: readonly SiteViolation[] = [],
): { readonly keeps: boolean; readonly text: string } {
  const words = wordsOf(language);
  const { asked, others } = leftBy(set, elsewhere);
  if (set.options.length === 0 || asked.length > 0)
    return { keeps: false, text: words('wayOut.set.leaves', { count: asked.length }) };
  return { keeps: true, text: words(others.length === 0 ? 'wayOut.set.keeps' : 'wayOut.set.keepsAsked') };
}

/** Indicators that a set changes so much that it can be read. */
export const changedKpis = (
  { kpis }: WayOutSet,
  shownIds: readonly string[],
  language: Language,
): readonly WayOutSet['kpis'][number][] => {
  const { kpi: text } = speechOf(language);
  return kpis.filter(({ kpi, a, b }) => shownIds.includes(kpi.id) && text(a, kpi.unit) !== text(b, kpi.unit));
};

/** How far a search is, in a sentence: what is tried or judged, of how many. */
export function progressText(study: WayOutStudy, language: Language): string {
  const words = wordsOf(language);
  const progress = study.found?.progress ?? null;
  if (progress === null || isOwnStage(study.stage)) return wayOutStage(study, language);
  const { tried, toTry, judged, toJudge } = progress;
  return tried < toTry
    ? words('wayOut.tried', { done: tried, of: toTry })
    : words('wayOut.judged', { done: judged, of: toJudge });
}

/** What is known to be enough before a set is judged; null where nothing is, or a set says more. */
export function soFarText({ found }: WayOutStudy, language: Language): string | null {
  if (found === null || found.soFar === null || found.sets.length > 0) return null;
  const { sites, of, yearlyEur } = found.soFar;
  return wordsOf(language)('wayOut.soFar', { sites, of, yearly: eurText(yearlyEur, language) });
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
