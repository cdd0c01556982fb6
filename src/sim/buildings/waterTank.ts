import { END_USES } from '../../model/run';
import { TANK_STATE_AT } from '../arrays/buildingState';
import type { StepWindow } from '../devices/deposit';
import { firstTankState, runHotWaterTank, type HotWaterTank } from '../devices/hotWaterTank';

/** Buffers of one row with a tank. */
export interface TankScratch {
  readonly surplusHeatW: Float64Array;
  readonly heatW: Float64Array;
  readonly deliveredW: Float64Array;
  readonly lossW: Float64Array;
}

export function tankScratchOf(steps: number): TankScratch {
  const column = (): Float64Array => new Float64Array(steps);
  return { surplusHeatW: column(), heatW: column(), deliveredW: column(), lossW: column() };
}

/** A tank begins the year at its set-point. */
export function startTank(tank: HotWaterTank, state: Float64Array): void {
  const { waterDegC, charging } = firstTankState(tank);
  state[TANK_STATE_AT] = waterDegC;
  state[TANK_STATE_AT + 1] = charging ? 1 : 0;
}

const HOT_WATER = END_USES.indexOf('hotWater');
const PHOTOVOLTAICS = END_USES.indexOf('photovoltaics');
/**
 * What a tank leaves to others before it takes of the generation. Cars are not among them under any control: those that plan
 * nights are laid over what the tank draws, and an order that changed with the control would move the tank with it.
 */
const BEFORE_WATER = (['spaceHeating', 'cooling', 'appliancesAndLight'] as const).map((use) =>
  END_USES.indexOf(use),
);

/**
 * Heat that a row's generation could make beyond all else that it runs but cars and battery: W of surplus over W of
 * electricity a watt of hot water takes, which stands in the row's hot-water column. None where hot water takes no electricity.
 */
export function fillSurplusHeat(
  endUseW: Float64Array,
  endUseAt: number,
  columnSteps: number,
  steps: number,
  surplusHeatW: Float64Array,
): void {
  for (let i = 0; i < steps; i += 1) {
    const perW = endUseW[endUseAt + HOT_WATER * columnSteps + i]!;
    let leftW = endUseW[endUseAt + PHOTOVOLTAICS * columnSteps + i]!;
    for (const use of BEFORE_WATER) leftW -= endUseW[endUseAt + use * columnSteps + i]!;
    surplusHeatW[i] = perW > 0 && leftW > 0 ? leftW / perW : 0;
  }
}

/**
 * Turns the heat drawn into the heat asked of the system: heat into the tank + drawn - delivered. What the tank cannot give
 * of a draw is heated at once, as without a tank, so that nobody saves by cold water. Its loss warms no zone.
 */
export function runTank(
  tank: HotWaterTank,
  state: Float64Array,
  hotWater: StepWindow,
  { surplusHeatW, heatW, deliveredW, lossW }: TankScratch,
): void {
  const { values, offset, fromStep, toStep } = hotWater;
  const column = (of: Float64Array) => ({ values: of, offset: 0 });
  const before = { waterDegC: state[TANK_STATE_AT]!, charging: state[TANK_STATE_AT + 1]! > 0 };
  const after = runHotWaterTank(tank, before, hotWater, {
    drawW: hotWater,
    surplusHeatW: column(surplusHeatW),
    heatW: column(heatW),
    deliveredW: column(deliveredW),
    lossW: column(lossW),
  });
  state[TANK_STATE_AT] = after.waterDegC;
  state[TANK_STATE_AT + 1] = after.charging ? 1 : 0;
  for (let i = 0; i < toStep - fromStep; i += 1) {
    values[offset + i] = heatW[i]! + (values[offset + i]! - deliveredW[i]!);
  }
}
