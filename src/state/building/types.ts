import type { CalibrationAnswer } from '../../protocol/calibration';
import type { MeterChoices, MeterOutcome } from '../../io/meterData';
import type { Issue } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { BaseEdit, MeasureType } from '../../model/scenario';
import type { BuildingLoads } from '../../sim/arrays/buildingLoads';
import type { MeteredUse } from '../../study/calibration';
import { BASELINE_ID } from '../document';

/** What a building's meter counts, as far as a district can be held against it. */
export type CountedUse = Exclude<MeteredUse, 'cooling'>;

/** A meter's file: what was detected in it, and what somebody said about it. Kept in memory alone. */
export interface MeterStudy {
  readonly buildingId: string;
  readonly fileName: string;
  readonly text: string;
  readonly choices: MeterChoices;
  readonly use: CountedUse;
  readonly outcome: MeterOutcome;
  /** Somebody has looked at what was detected and said yes. */
  readonly confirmed: boolean;
  /** The main fuse that it hangs behind, as it was when the file came; null without one. */
  readonly fuse: { readonly ratedA: number; readonly phases: number } | null;
  /** Readings that are doubted are left out: missing, not zero. */
  readonly leavesOut: boolean;
}

/** Why a file did not become a meter; what was there before stays. */
export interface MeterRefusal {
  readonly buildingId: string;
  readonly fileName: string;
  /** `detail`: its size in MB, or what the browser says. */
  readonly kind: 'tooLarge' | 'unreadable';
  readonly detail: string;
}

/** A building's parameters moved until its year meets the meter. Whether it was taken over stands in the document. */
export interface CalibrationStudy {
  readonly buildingId: string;
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  readonly startedMs: number;
  /** The building's corrections that it was fitted on top of. */
  readonly baseEdits: readonly BaseEdit[];
  readonly answer: CalibrationAnswer | null;
  readonly issues: readonly Issue[];
}

/** One building's year in a scenario, computed without the rest of the district. */
export interface OwnYear {
  readonly buildingId: string;
  /** Another one makes the year old. */
  readonly input: RunInput;
  readonly loads: BuildingLoads;
  /** Heat need with the temperatures of today: what fabric and systems alone would change. J. */
  readonly heatNeedAtTodaysTemperaturesJ: number;
}

/** A year that could not be computed; not tried again unless somebody asks or the inputs change. */
export interface FailedYear {
  readonly buildingId: string;
  readonly input: RunInput;
  readonly issues: readonly Issue[];
}

/** Why a measure was not added. */
export interface Refusal {
  readonly type: MeasureType;
  readonly reason: string;
}

/** What the Building mode knows beside the document: nothing of it is kept, shared or undone. */
export interface BuildingWork {
  /** By building id. */
  readonly meters: Readonly<Record<string, MeterStudy>>;
  readonly meterRefusal: MeterRefusal | null;
  /** Buildings whose readings were deleted, until the next file; 0 where none were. */
  readonly deletedMeters: number;
  /** Dropped while a meter was accepted: takes its place when somebody says so. */
  readonly meterOffer: MeterStudy | null;
  /** By building id. */
  readonly calibrations: Readonly<Record<string, CalibrationStudy>>;
  /** By scenario id, of the building on screen. */
  readonly years: Readonly<Record<string, OwnYear>>;
  readonly failedYears: Readonly<Record<string, FailedYear>>;
  /** Scenario that packages are held against. */
  readonly againstId: string;
  readonly refusal: Refusal | null;
}

export const NO_BUILDING_WORK: BuildingWork = {
  meters: {},
  meterRefusal: null,
  deletedMeters: 0,
  meterOffer: null,
  calibrations: {},
  years: {},
  failedYears: {},
  againstId: BASELINE_ID,
  refusal: null,
};
