import type { BatteryControl } from '../../model/building';
import { isWithinHours } from './hotWaterTank';

/**
 * Power that a control asks for at a step, W: positive charges, negative discharges. The limits of the battery come
 * after. Never both: one number. README devicesWithState.md, eq. 3 to 5. Pure.
 *
 * `netW` is the load less the generation without the battery, positive = import; `minuteOfDay` is where the step begins and
 * is read by the tariff control only.
 */
export function wantedBatteryW(
  control: BatteryControl,
  netW: number,
  minuteOfDay: number,
  powerW: number,
): number {
  switch (control.kind) {
    case 'selfConsumption':
      return -netW;
    case 'peakShaving': {
      const { limitW } = control;
      if (netW > limitW) return limitW - netW;
      const fillW = Math.min(control.fillBelowW ?? limitW, limitW);
      return Math.max(0, fillW - netW);
    }
    case 'tariff':
      if (isWithinHours(minuteOfDay, control.cheapHours)) return powerW;
      if (isWithinHours(minuteOfDay, control.dearHours)) return -powerW;
      return Math.max(0, -netW);
  }
}
