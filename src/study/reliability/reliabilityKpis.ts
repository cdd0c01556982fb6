import type { Kpi, KpiBasis } from '../../kpi';
import { readingOf, toKpi, type KpiDefinition, type KpiReading } from '../../kpi/definition';
import {
  ENERGY_NOT_SUPPLIED,
  LOWEST_THIRD_HOURS,
  RELIABILITY_DEFINITIONS,
  RELIABILITY_KEYS,
  VULNERABLE_HOURS,
} from '../../kpi/reliability';
import { readIndicator, U4SSC_INDICATORS, type SourcedNumber } from '../../kpi/u4ssc';
import { worstQuality } from '../../model/archetypes';
import type { QualityClass } from '../../model/building';
import type { District } from '../../model/district';
import { J_PER_KWH } from '../../units/suffixes';
import { factorQuality } from '../../kpi/factorQuality';
import { digitalCoverage } from './digital';
import type { ReliabilityStudy } from './study';
import { hoursOfHomes } from './vulnerable';

const J_PER_MWH = 1000 * J_PER_KWH;

/** The worst class among failure rates and times, and that of a network laid by rule. */
export function reliabilityQuality(
  { network }: Pick<District, 'network'>,
  { factors }: KpiBasis,
): QualityClass {
  const isLaid = network?.lines.some(({ synthetic }) => synthetic) === true;
  const ofFactors = RELIABILITY_KEYS.map((key) => factorQuality(factors[key]));
  return worstQuality([...ofFactors, ...(isLaid ? (['estimation_assumptions'] as const) : [])]);
}

const definitionOf = new Map(RELIABILITY_DEFINITIONS.map((definition) => [definition.id, definition]));

/** Indicators of expected reliability that a year has, in the order they are shown. */
export const RELIABILITY_IN_YEAR: readonly KpiDefinition[] = RELIABILITY_DEFINITIONS;

/** What is expected, not counted: said with every index, so that none is taken for a record of outages. */
const EXPECTED =
  ' Here: expected of a mean year, from assumed failure rates and topology; the upstream grid never fails.';

/** Indicators of expected reliability: SAIFI, SAIDI, CAIDI, ASAI, MAIFI, energy not supplied, hours of homes. */
export function reliabilityKpis(district: District, study: ReliabilityStudy, basis: KpiBasis): Kpi[] {
  const { expected } = study;
  const quality = reliabilityQuality(district, basis);
  const hours = hoursOfHomes(district, study);
  const ofIndex = (id: string, value: number): KpiReading => {
    const definition = definitionOf.get(id)!;
    return readingOf({ ...definition, definition: `${definition.definition}${EXPECTED}` }, value, [quality]);
  };
  const ofHomes = (definition: KpiDefinition, value: number): KpiReading =>
    readingOf(definition, value, [quality, 'unknown_untraceable']);
  return [
    ofIndex('saifi', expected.saifi),
    ofIndex('saidi', expected.saidiMin),
    ofIndex('caidi', expected.caidiMin),
    ofIndex('asai', expected.asai),
    ofIndex('maifi', expected.maifi),
    readingOf(ENERGY_NOT_SUPPLIED, expected.notSuppliedJ / J_PER_MWH, [quality]),
    ofHomes(VULNERABLE_HOURS, hours.vulnerable.meanHPerYear),
    ofHomes(LOWEST_THIRD_HOURS, hours.lowestThird.meanHPerYear),
  ].map(toKpi);
}

/**
 * Inputs of the U4SSC indicators of metering, monitoring and outages (EC: ICT: ES: 1C and 2A, EC: I: ES: 1C and 2C), by the names
 * that the indicators ask for. Without a study of reliability there is nothing to say of outages: not reported, not zero.
 */
export function supplyInputs(
  district: District,
  basis: KpiBasis,
  study?: ReliabilityStudy,
): Readonly<Record<string, SourcedNumber>> {
  const { meters, smartMeters, lengthM, monitoredLengthM } = digitalCoverage(district);
  const counted = (value: number): SourcedNumber => ({ value, quality: 'estimation_assumptions' });
  const metering = { meters: counted(meters), smartMeters: counted(smartMeters) };
  if (district.network === null) return metering;
  const lines = { lengthM: counted(lengthM), monitoredLengthM: counted(monitoredLengthM) };
  if (study === undefined) return { ...metering, ...lines };
  const { expected, customersServed } = study;
  const quality = reliabilityQuality(district, basis);
  return {
    ...metering,
    ...lines,
    customerInterruptions: { value: expected.customerInterruptions, quality },
    customerMin: { value: expected.customerMin, quality },
    customersServed: counted(customersServed),
  };
}

/** Codes that `supplyInputs` can fill. */
export const SUPPLY_CODES: readonly string[] = [
  'EC: ICT: ES: 1C',
  'EC: ICT: ES: 2A',
  'EC: I: ES: 1C',
  'EC: I: ES: 2C',
];

/** Readings of these indicators, in the order of the set; what cannot be told says why. */
export function supplyReadings(district: District, basis: KpiBasis, study?: ReliabilityStudy) {
  const inputs = supplyInputs(district, basis, study);
  return U4SSC_INDICATORS.filter(({ code }) => SUPPLY_CODES.includes(code)).map((indicator) => ({
    indicator,
    reading: readIndicator(indicator, inputs),
  }));
}
