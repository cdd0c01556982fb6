import type { Issue } from '../model/outcome';
import type { CompiledRegulators } from '../sim/powerflow/network';
import type { VoltageRegulator } from '../model/voltageRegulator';

/** How a regulator moved in a year. */
export interface RegulatorYear {
  /** Line or transformer that it is part of. */
  readonly branchId: string;
  readonly lowestTap: number;
  readonly highestTap: number;
  /** Steps that it enters in another position than it left the one before, however many positions apart. */
  readonly changes: number;
  /**
   * Hours at either end of its range, where it may have no way left to its band. One without positions to a side rests in the
   * middle: no hours are counted at an end that is 0.
   */
  readonly hoursAtMin: number;
  readonly hoursAtMax: number;
}

/** What the coordinator has to know of a regulator to count its positions. */
export interface RegulatorRow extends Pick<VoltageRegulator, 'minTap' | 'maxTap'> {
  readonly branchId: string;
}

export function regulatorRowsOf(regulators: CompiledRegulators | null): readonly RegulatorRow[] {
  if (regulators === null) return [];
  const { placed, branchIds } = regulators;
  return placed.map(({ settings: { minTap, maxTap } }, row) => ({
    branchId: branchIds[row]!,
    minTap,
    maxTap,
  }));
}

interface Counted {
  lowestTap: number;
  highestTap: number;
  changes: number;
  stepsAtMin: number;
  stepsAtMax: number;
  last: number | null;
}

/** Counts positions chunk by chunk, in order. */
export class RegulatorCount {
  private readonly counted: readonly Counted[];

  constructor(
    private readonly rows: readonly RegulatorRow[],
    private readonly stepS: number,
  ) {
    this.counted = rows.map(() => ({
      lowestTap: Infinity,
      highestTap: -Infinity,
      changes: 0,
      stepsAtMin: 0,
      stepsAtMax: 0,
      last: null,
    }));
  }

  /** `taps`: [regulator][step] of a chunk. */
  add(taps: Float64Array): void {
    const steps = taps.length / this.rows.length;
    this.rows.forEach(({ minTap, maxTap }, row) => {
      const counted = this.counted[row]!;
      for (const tap of taps.subarray(row * steps, (row + 1) * steps)) {
        if (tap < counted.lowestTap) counted.lowestTap = tap;
        if (tap > counted.highestTap) counted.highestTap = tap;
        if (counted.last !== null && tap !== counted.last) counted.changes += 1;
        if (tap === minTap && minTap !== 0) counted.stepsAtMin += 1;
        if (tap === maxTap && maxTap !== 0) counted.stepsAtMax += 1;
        counted.last = tap;
      }
    });
  }

  years(): readonly RegulatorYear[] {
    return this.rows.map(({ branchId }, row) => {
      const { lowestTap, highestTap, changes, stepsAtMin, stepsAtMax } = this.counted[row]!;
      const hours = (count: number): number => (count * this.stepS) / 3600;
      return {
        branchId,
        lowestTap,
        highestTap,
        changes,
        hoursAtMin: hours(stepsAtMin),
        hoursAtMax: hours(stepsAtMax),
      };
    });
  }
}

/** Steps of ten minutes make no whole hours. */
const hoursText = (hours: number): string => String(Math.round(hours * 100) / 100);

/** Which regulators stood at an end of their range, and for how long; empty where none did. */
export function regulatorIssues(
  districtId: string,
  { regulators = [] }: { readonly regulators?: readonly RegulatorYear[] },
): readonly Issue[] {
  return regulators.flatMap(({ branchId, hoursAtMin, hoursAtMax }): Issue[] => {
    if (hoursAtMin + hoursAtMax === 0) return [];
    const [atMin, atMax, atEnd] = [hoursAtMin, hoursAtMax, hoursAtMin + hoursAtMax].map(hoursText);
    return [
      {
        severity: 'note',
        code: 'regulator-at-end',
        source: districtId,
        where: branchId,
        field: 'regulators',
        value: atEnd!,
        message: `The regulator stands at the lower end of its range for ${atMin} h of the year and at the upper end for ${atMax} h; there it may not reach its band.`,
        remedy:
          'Give it more positions, another set-point, or another off-load tap, where its voltage leaves the band.',
      },
    ];
  });
}
