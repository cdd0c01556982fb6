import type { BatteryControl } from '../../model/building';

/**
 * Power that a control asks for at a step, W: positive charges, negative discharges. The limits of the battery come
 * after. Never both: one number. README devicesWithState.md, eq. 3 to 5. Pure.
 *
 * `netW` is the load less the generation without the battery, positive = import; `pricePerKWh` is read by the tariff
 * control only.
 */
export function wantedBatteryW(
  control: BatteryControl,
  netW: number,
  pricePerKWh: number,
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
      if (pricePerKWh <= control.chargeBelowPerKWh) return powerW;
      if (pricePerKWh >= control.dischargeAbovePerKWh) return -powerW;
      return Math.max(0, -netW);
  }
}
