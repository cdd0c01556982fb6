import type { Factor, Factors } from '../../kpi';
import { annuity } from '../../kpi/economics';
import {
  BASES,
  embodiedCarbonOf,
  investmentOf,
  MEASURES,
  networkQuantities,
  payerOf,
  type Investment,
  type ElementAreas,
  type MeasureGroup,
  type NotKnown,
  type Quantity,
  type Work,
} from '../../measures';
import { worstQuality } from '../../model/archetypes';
import type { AssumptionKey } from '../../model/assumptions';
import type { Building, SourcedValue } from '../../model/building';
import type { District } from '../../model/district';
import { isWatched, type Network } from '../../model/network';
import type { MeasureAtYear } from '../../model/scenario';
import { factorQuality } from '../../kpi/factorQuality';
import { sourcedFactor } from './sourcedFactor';
import type { AreasOf } from './areas';
import { chargingPrice } from './chargingPrice';
import { networkInvestment, networkLifetime, networkRunning, type Running } from './networkPrices';
import type { Amount, CostLine } from './types';

/** What lines of a scenario share. */
export interface Pricing {
  readonly factors: Factors;
  readonly areasOf: AreasOf;
  /** Lines along which an earlier measure of the scenario has a trench dug; it takes the cables of later ones too. */
  readonly dug: ReadonlySet<string>;
}

const notKnown = (reason: string): NotKnown => ({ known: false, reason });
const amount = (eur: number): Amount => ({ known: true, eur });

const GRANT_KEYS: Readonly<Record<MeasureGroup, AssumptionKey>> = {
  systems: 'grantShareSystems',
  electricity: 'grantShareElectricity',
  envelope: 'grantShareEnvelope',
  operation: 'grantShareOperation',
  network: 'grantShareNetwork',
};

/** Lines of one measure: every element that differs between what it found and what it left. */
export function linesOf(
  measure: MeasureAtYear,
  before: District,
  after: District,
  pricing: Pricing,
): readonly CostLine[] {
  const ofBuildings = after.buildings.flatMap((building, row) => {
    const old = before.buildings[row]!;
    return building === old ? [] : [buildingLine(measure, before, { row, old, building }, pricing)];
  });
  if (before.network === null || after.network === null || before.network === after.network)
    return ofBuildings;
  return [...ofBuildings, ...networkLines(measure, before.network, after.network, pricing)];
}

/** What is known of one element. */
interface Known {
  readonly elementId: string;
  readonly investment: Investment | NotKnown;
  readonly lifetimeYears: SourcedValue | null;
  readonly running: Running | NotKnown;
  readonly embodied: CostLine['embodied'];
  readonly quantities: readonly Quantity[];
}

function lineOf({ id, type, inheritedFrom }: MeasureAtYear, known: Known, factors: Factors): CostLine {
  const { investment, lifetimeYears, running, embodied, ...rest } = known;
  const definition = MEASURES[type];
  const granted = factors[GRANT_KEYS[definition.group]];
  const grant = investment.known ? amount(investment.typical * granted.value) : investment;
  const yearly = annuityOf(investment, grant, lifetimeYears, factors);
  const used = factorsOf(investment, yearly, granted, factors.interestRate);
  return {
    measureId: id,
    type,
    inherited: inheritedFrom !== undefined,
    payer: payerOf(definition),
    ...rest,
    investment,
    lifetimeYears,
    runningPerYear: 'eur' in running ? amount(running.eur) : running,
    grant,
    annuity: yearly,
    quality: worstQuality([
      investment.known ? investment.quality : 'unknown_untraceable',
      ...(lifetimeYears === null ? [] : [lifetimeYears.quality]),
      ...('eur' in running ? [running.quality] : []),
      ...used.map(factorQuality),
    ]),
    sources: [
      ...new Set([
        ...(investment.known ? investment.sources : []),
        ...(lifetimeYears === null ? [] : [lifetimeYears.source]),
        ...('eur' in running ? running.sources : []),
        ...used.map(({ source }) => source),
      ]),
    ],
    embodied,
  };
}

/** Grants and interest, where a figure of the line is counted with them: what costs nothing needs neither. */
function factorsOf(
  investment: Investment | NotKnown,
  yearly: Amount | NotKnown,
  granted: Factor,
  interest: Factor,
): readonly Factor[] {
  if (!investment.known || investment.typical === 0) return [];
  return yearly.known && yearly.eur !== 0 ? [granted, interest] : [granted];
}

function annuityOf(
  investment: Investment | NotKnown,
  grant: Amount | NotKnown,
  lifetimeYears: SourcedValue | null,
  factors: Factors,
): Amount | NotKnown {
  if (!investment.known) return investment;
  const netEur = investment.typical - (grant.known ? grant.eur : 0);
  if (netEur === 0) return amount(0);
  return lifetimeYears === null
    ? notKnown('How long it lasts is not known.')
    : amount(annuity(netEur, factors.interestRate.value, lifetimeYears.value));
}

interface Changed {
  readonly row: number;
  readonly old: Building;
  readonly building: Building;
}

function buildingLine(
  measure: MeasureAtYear,
  { archetypeRegion }: District,
  { row, old, building }: Changed,
  { factors, areasOf }: Pricing,
): CostLine {
  const definition = MEASURES[measure.type];
  const common = { elementId: building.id, quantities: [] };
  if (definition.work === undefined) {
    const priced = chargingPrice(old, building, factors);
    return lineOf(measure, { ...common, ...priced, embodied: NO_CARBON }, factors);
  }
  const areas = areasOf(row, old, building);
  const investment = investmentOf(old, definition, measure, archetypeRegion, areas);
  const known: Known = {
    ...common,
    investment,
    lifetimeYears: definition.work.lifetimeYears ?? null,
    running: runningOf(definition.work, investment, areas, factors),
    embodied: embodiedCarbonOf(old, definition, measure, archetypeRegion, areas),
  };
  return lineOf(measure, known, factors);
}

const NO_CARBON = notKnown('No source for the embodied carbon of this measure is at hand.');

/** `share x typical investment + service x units of its basis`, EUR a year. */
function runningOf(
  { runningShare, service }: Work,
  investment: Investment | NotKnown,
  areas: ElementAreas,
  factors: Factors,
): Known['running'] {
  if (!investment.known) return investment;
  const share = typeof runningShare === 'string' ? sourcedFactor(factors[runningShare]) : runningShare;
  const ofShare: Running = {
    eur: investment.typical * share.value,
    quality: worstQuality([investment.quality, share.quality]),
    sources: [share.source],
  };
  if (service === undefined) return ofShare;
  const yearly = sourcedFactor(factors[service.key]);
  return {
    eur: ofShare.eur + yearly.value * BASES[service.basis].amount(areas),
    quality: worstQuality([ofShare.quality, yearly.quality]),
    sources: [...ofShare.sources, yearly.source],
  };
}

function networkLines(
  measure: MeasureAtYear,
  before: Network,
  after: Network,
  { factors, dug }: Pricing,
): readonly CostLine[] {
  const byElement = new Map<string, Quantity[]>();
  for (const quantity of networkQuantities(before, after)) {
    if (isTrench(quantity) && dug.has(quantity.elementId)) continue;
    const present = byElement.get(quantity.elementId) ?? [];
    byElement.set(quantity.elementId, [...present, quantity]);
  }
  const rest = untold(before, after).filter((id) => !byElement.has(id));
  const watched = new Set(before.transformers.filter(isWatched).map(({ id }) => id));
  // Monitoring beside a dynamic rating, or the other way round: the telemetry stands and has been paid for.
  const paid = rest.filter((id) => watched.has(id)).map((id) => [id, []] as const);
  const priced = [...byElement, ...paid].map(([elementId, quantities]): Known => {
    const investment = networkInvestment(quantities, factors);
    const running = networkRunning(quantities, factors) ?? notKnown('Its upkeep is not known.');
    const lifetimeYears = networkLifetime(quantities, factors);
    return { elementId, investment, lifetimeYears, running, embodied: NO_CARBON, quantities };
  });
  const unpriced = rest
    .filter((id) => !watched.has(id))
    .map((elementId): Known => {
      const unknown = notKnown('No prices are kept for this measure.');
      const none = { lifetimeYears: null, embodied: NO_CARBON, quantities: [] };
      return { elementId, investment: unknown, running: unknown, ...none };
    });
  return [...priced, ...unpriced].map((known) => lineOf(measure, known, factors));
}

/** Whether a quantity is metres of trench. */
export function isTrench({ item }: Quantity): boolean {
  return item === 'lvTrench' || item === 'mvTrench';
}

/** Lines and transformers that differ: by what nothing is counted for, where no quantity names them. */
function untold(before: Network, after: Network): readonly string[] {
  const rows = ({ lines, transformers, switches }: Network) => [
    ...lines.map((row) => ({ id: row.id, row })),
    ...transformers.map((row) => ({ id: row.id, row })),
    ...switches.map((row) => ({ id: row.lineId, row })),
  ];
  const stood = new Set<unknown>(rows(before).map(({ row }) => row));
  return [...new Set(rows(after).flatMap(({ id, row }) => (stood.has(row) ? [] : [id])))];
}
