import { worstQuality } from '../model/archetypes';
import type { QualityClass } from '../model/building';
import type { Kpi } from './districtKpis';

/** How far a definition or figure has been traced. What is `fromMemory` is never printed as sourced. */
export const EVIDENCE_MARKS = {
  seen: 'seen in a public copy of the source',
  thirdParty: 'seen in public code or documents of others, not in the source itself',
  fromMemory: 'from memory, not checked: unknown_untraceable',
  own: 'proposal of this project',
} as const;
export type EvidenceMark = keyof typeof EVIDENCE_MARKS;

export type Direction = Kpi['betterWhen'];

/** What an indicator IS. Screens, reports and definitions.md print from these records. */
export interface KpiDefinition {
  readonly id: string;
  readonly symbol: string;
  readonly unit: string;
  readonly name: string;
  /** Formula and what its letters stand for. */
  readonly definition: string;
  /** What is counted and over which time. */
  readonly boundary: string;
  readonly source: string;
  readonly evidence: EvidenceMark;
  /** Which way is better. */
  readonly direction: Direction;
}

/** An indicator with its value; NaN where it cannot be told. */
export interface KpiReading {
  readonly definition: KpiDefinition;
  readonly value: number;
  /** The worst class among the inputs. */
  readonly quality: QualityClass;
}

/** A reading inherits the worst class of its inputs; one whose inputs nobody names is untraceable. */
export function readingOf(
  definition: KpiDefinition,
  value: number,
  inputs: readonly QualityClass[],
): KpiReading {
  return { definition, value, quality: inputs.length === 0 ? 'unknown_untraceable' : worstQuality(inputs) };
}

/** Source with its evidence mark, as every screen and file prints it. */
export function sourceText({ source, evidence }: Pick<KpiDefinition, 'source' | 'evidence'>): string {
  return `${source} (${EVIDENCE_MARKS[evidence]})`;
}

/** The form that tables of a district's year and `compareKpis` take. */
export function toKpi({ definition, value, quality }: KpiReading): Kpi {
  return {
    id: definition.id,
    label: definition.name,
    value,
    unit: definition.unit,
    definition: definition.definition,
    boundary: definition.boundary,
    source: `${sourceText(definition)}; inputs: ${quality}`,
    betterWhen: definition.direction,
  };
}
