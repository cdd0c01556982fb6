import { worstQuality } from '../model/archetypes';
import type { Building, QualityClass } from '../model/building';
import type { ArchetypeRegion } from '../model/district';
import type { Measure } from '../model/scenario';
import { valuesOf, type MeasureDefinition } from './definition';
import { BASES, type CostBasis, type ElementAreas } from './work';

type Application = Pick<Measure, 'parameters'>;

/** What a measure costs at one building, once, without subsidies. */
export interface Investment {
  readonly known: true;
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  readonly unit: 'EUR';
  /** Of the typical figure: the worst of its parts. */
  readonly quality: QualityClass;
  /** Of the range. */
  readonly rangeQuality: QualityClass;
  readonly sources: readonly string[];
}

export interface NotKnown {
  readonly known: false;
  readonly reason: string;
}

function notKnown(reason: string): NotKnown {
  return { known: false, reason };
}

/** The basis whose size is missing or impossible, of those that count. */
function missingBasis(bases: readonly CostBasis[], areas: ElementAreas): CostBasis | undefined {
  return bases.find((basis) => {
    const amount = BASES[basis].amount(areas);
    return !(amount >= 0 && amount < Number.POSITIVE_INFINITY);
  });
}

/**
 * The investment of a measure at a building as it stands before: sum over the parts of EUR per unit times units.
 * `areas` come from whoever knows the geometry. Not known where the measure is not applicable, keeps no prices, or a
 * size that is needed is missing.
 */
export function investmentOf(
  building: Building,
  definition: MeasureDefinition,
  { parameters }: Application,
  region: ArchetypeRegion,
  areas: ElementAreas,
): Investment | NotKnown {
  const { work } = definition;
  if (work === undefined) return notKnown('No prices are kept for this measure.');
  const verdict = definition.applicability?.(building, region, parameters);
  if (verdict?.applicable === false) return notKnown(verdict.reason);
  const valueOf = valuesOf(definition.parameters, parameters);
  const parts = work.costs
    .map((item) => ({ item, perUnit: item.typicalPerUnit(valueOf, building) }))
    .filter(({ perUnit }, _, all) => perUnit !== 0 || all.length === 1);
  const missing = missingBasis(
    parts.map(({ item }) => item.basis),
    areas,
  );
  if (missing !== undefined)
    return notKnown(`Its size is not known: ${BASES[missing].unit} ${BASES[missing].of}.`);
  const sum = (share: (part: (typeof parts)[number]) => number): number =>
    parts.reduce(
      (total, part) => total + part.perUnit * BASES[part.item.basis].amount(areas) * share(part),
      0,
    );
  return {
    known: true,
    low: sum(({ item }) => item.lowShare.value),
    typical: sum(() => 1),
    high: sum(({ item }) => item.highShare.value),
    unit: 'EUR',
    quality: worstQuality(parts.map(({ item }) => item.quality)),
    rangeQuality: worstQuality(
      parts.flatMap(({ item }) => [item.quality, item.lowShare.quality, item.highShare.quality]),
    ),
    sources: [...new Set(parts.map(({ item }) => item.source))],
  };
}

/** The price of one unit of each part, as panels and files show it. */
export function unitCostsOf(definition: MeasureDefinition, { parameters }: Application) {
  const valueOf = valuesOf(definition.parameters, parameters);
  return (definition.work?.costs ?? []).map((item) => {
    const typical = item.typicalPerUnit(valueOf);
    const { unit, of } = BASES[item.basis];
    const [low, high] = [typical * item.lowShare.value, typical * item.highShare.value];
    return { low, typical, high, unit: `EUR/${unit}`, of, source: item.source, quality: item.quality };
  });
}

/** Embodied carbon of one unit of each part; empty where no source is at hand. */
export function unitCarbonOf(definition: MeasureDefinition, { parameters }: Application) {
  const valueOf = valuesOf(definition.parameters, parameters);
  return (definition.work?.embodied ?? []).map(({ basis, perUnitKg, source, quality }) => {
    const { unit, of } = BASES[basis];
    return { kgCO2e: perUnitKg(valueOf), unit: `kg/${unit}`, of, source, quality };
  });
}

export interface EmbodiedCarbonTotal {
  readonly known: true;
  readonly kgCO2e: number;
  readonly quality: QualityClass;
  readonly sources: readonly string[];
}

/** Greenhouse gases of what a measure builds in at a building. Not known, rather than 0, where no source is at hand. */
export function embodiedCarbonOf(
  building: Building,
  definition: MeasureDefinition,
  { parameters }: Application,
  region: ArchetypeRegion,
  areas: ElementAreas,
): EmbodiedCarbonTotal | NotKnown {
  const embodied = definition.work?.embodied;
  if (embodied === undefined)
    return notKnown('No source for the embodied carbon of this measure is at hand.');
  const verdict = definition.applicability?.(building, region, parameters);
  if (verdict?.applicable === false) return notKnown(verdict.reason);
  const valueOf = valuesOf(definition.parameters, parameters);
  const missing = missingBasis(
    embodied.map(({ basis }) => basis),
    areas,
  );
  if (missing !== undefined)
    return notKnown(`Its size is not known: ${BASES[missing].unit} ${BASES[missing].of}.`);
  return {
    known: true,
    kgCO2e: embodied.reduce(
      (total, { basis, perUnitKg }) => total + perUnitKg(valueOf, building) * BASES[basis].amount(areas),
      0,
    ),
    quality: worstQuality(embodied.map(({ quality }) => quality)),
    sources: [...new Set(embodied.map(({ source }) => source))],
  };
}
