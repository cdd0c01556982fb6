import type { AssumptionKey } from '../../model/assumptions';
import type { Factor } from '../factors';

const PLACEHOLDER = 'placeholder without a source: unknown_untraceable';

const perKm = (value: number): Factor => ({ value, unit: '1/(km a)', source: PLACEHOLDER });
const perPiece = (value: number): Factor => ({ value, unit: '1/a', source: PLACEHOLDER });
const hours = (value: number): Factor => ({ value, unit: 'h', source: PLACEHOLDER });
const minutes = (value: number): Factor => ({ value, unit: 'min', source: PLACEHOLDER });

/** How often equipment fails and how long it takes to switch and to repair: round figures of ours that a scenario may replace. */
export const RELIABILITY_FACTORS = {
  mvCableFailuresPerKmYear: perKm(0.02),
  mvOverheadFailuresPerKmYear: perKm(0.05),
  lvCableFailuresPerKmYear: perKm(0.04),
  lvOverheadFailuresPerKmYear: perKm(0.08),
  transformerFailuresPerYear: perPiece(0.002),
  switchFailuresPerYear: perPiece(0.001),
  mvCableRepairH: hours(12),
  mvOverheadRepairH: hours(4),
  lvCableRepairH: hours(5),
  lvOverheadRepairH: hours(3),
  transformerRepairH: hours(6),
  switchRepairH: hours(6),
  manualSwitchingMin: minutes(60),
  remoteSwitchingMin: minutes(10),
} as const satisfies Readonly<Partial<Record<AssumptionKey, Factor>>>;
export const RELIABILITY_KEYS = Object.keys(
  RELIABILITY_FACTORS,
) as readonly (keyof typeof RELIABILITY_FACTORS)[];
