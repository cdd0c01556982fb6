import type { Building, QualityClass } from '../model/building';
import type { ArchetypeRegion, District } from '../model/district';
import type { Measure, MeasureAtYear, MeasureType, OwnLegalStatus } from '../model/scenario';
import type { ElementKind } from '../model/selector';
import type { ValueOf, Work } from './work';

/** A parameter a planner may set. Values outside the range are refused when the scenario is read. */
export interface MeasureParameter {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** Where default and range come from; `engineering value` where no source was at hand. */
  readonly source: string;
  /** How sure the default is. */
  readonly quality: QualityClass;
}

/** An hour of the local day; nobody publishes which. */
export function hourParameter(name: string, label: string, byDefault: number): MeasureParameter {
  const unsourced = { source: 'engineering value', quality: 'unknown_untraceable' } as const;
  return { name, label, unit: 'h', min: 0, max: 24, default: byDefault, ...unsourced };
}

/** How panels list measures. */
export const MEASURE_GROUPS = {
  systems: 'Heating and cooling',
  electricity: 'Panels, cars and batteries',
  envelope: 'Envelope',
  operation: 'Ventilation, control and lighting',
  network: 'Network',
} as const;
export type MeasureGroup = keyof typeof MEASURE_GROUPS;

/**
 * What a change of the heat need is owed to. `fabric`: losses and sun through the envelope. `operation`: temperatures
 * that are kept lower or for fewer hours, which is no gain of the fabric. `system`: equipment, whatever it needs.
 */
export type MeasureEffect = 'fabric' | 'operation' | 'system';

/** Whether a measure can be taken at a building; if not, why, in a sentence. */
export type Applicability =
  { readonly applicable: true } | { readonly applicable: false; readonly reason: string };

/** Who pays for a measure at first, before grants and rents. `owner`: of the building. */
export const PAYERS = ['owner', 'household', 'operator', 'community', 'state'] as const;
export type Payer = (typeof PAYERS)[number];

/** Whether a measure may be done. Known ones say since when and who says so. */
export type LegalStatus =
  | { readonly status: 'allowed' | 'permit' | 'notYet'; readonly date: string; readonly source: string }
  | { readonly status: 'unknown' };

/** What a measure is: whom it can reach, what it changes and by which numbers. One file a measure. */
export interface MeasureDefinition {
  readonly type: MeasureType;
  readonly label: string;
  readonly group: MeasureGroup;
  readonly effect: MeasureEffect;
  /** What it is taken at, and what selectors of it select; buildings where absent. */
  readonly target?: ElementKind;
  /** What adoption counts, for example `of buildings with a boiler`. */
  readonly adoptionOf: string;
  /** It changes indicators only: the run with it, its parameters at their defaults, is the run without it, to the last bit. */
  readonly leavesRun?: true;
  /** What the measure changes, in one sentence. */
  readonly changes: string;
  readonly parameters: readonly MeasureParameter[];
  /** Disruption, cost, life, embodied carbon; absent where no figures are kept. */
  readonly work?: Work;
  /** Absent: the owner of the building; the operator for what is taken at the network. */
  readonly payer?: Payer;
  /** Absent: nothing is known. */
  readonly legal?: LegalStatus;
  /** Absent for measures that are not taken at buildings. */
  readonly applicability?: (
    building: Building,
    region: ArchetypeRegion,
    parameters?: Measure['parameters'],
  ) => Applicability;
  /** Of measures taken at the network: why it cannot be taken, in a sentence, by element; all others may. */
  readonly refusals?: (district: District, parameters?: Measure['parameters']) => ReadonlyMap<string, string>;
  /** What has to be known of it in this district although it takes effect, in sentences; null where nothing. */
  readonly caveat?: (district: District, parameters?: Measure['parameters']) => string | null;
  /** Ids of the elements the measure could reach in this district, with its default parameters. */
  eligible(district: District): readonly string[];
  /**
   * The district with the measure in place. Returns the same object when nothing changes. A measure taken at buildings is
   * handed only those it may reach; one taken at elements of the network asks `selected` for each (absent: all).
   */
  apply(
    district: District,
    measure: MeasureAtYear,
    seed: number,
    selected?: (elementId: string) => boolean,
  ): District;
}

export function payerOf({ payer, target }: Pick<MeasureDefinition, 'payer' | 'target'>): Payer {
  return payer ?? (target === undefined || target === 'building' ? 'owner' : 'operator');
}

/** What a scenario says of the measure, else what the library does. */
export function legalStatusOf(
  { type, legal }: Pick<MeasureDefinition, 'type' | 'legal'>,
  own: readonly OwnLegalStatus[] = [],
): LegalStatus {
  return own.find((one) => one.type === type) ?? legal ?? { status: 'unknown' };
}

const LEGAL_WORDS = { allowed: 'allowed', permit: 'with a permit', notYet: 'not yet allowed' } as const;

/** A legal status as panels and files show it; a dash where nothing is known. */
export function legalWords(legal: LegalStatus): string {
  return legal.status === 'unknown' ? '-' : `${LEGAL_WORDS[legal.status]} (${legal.source}, ${legal.date})`;
}

/** Values of the parameters: as set, or their defaults. */
export function valuesOf(declared: readonly MeasureParameter[], set: Measure['parameters'] = {}): ValueOf {
  return (name) => set[name] ?? declared.find((parameter) => parameter.name === name)?.default ?? Number.NaN;
}

/** The measure's own value of a parameter, or its default. */
export function parameterOf(definition: MeasureDefinition, measure: Measure, name: string): number {
  return valuesOf(definition.parameters, measure.parameters)(name);
}

/**
 * The district with some buildings replaced. Untouched buildings keep their identity, and a change that touches nobody
 * returns the district itself: no edit, no difference.
 */
export function mapBuildings(district: District, change: (building: Building) => Building): District {
  let changed = false;
  const buildings = district.buildings.map((building) => {
    const next = change(building);
    changed ||= next !== building;
    return next;
  });
  return changed ? { ...district, buildings } : district;
}
