import { measure } from '../engine/smallTown';

/** Every kind of device, on part of the buildings. */
export const BUSY = [
  measure('heatPumps', 0.7),
  measure('flexibleHeatPumps', 0.5),
  measure('vehiclesToGrid', 0.5),
  measure('rooftopPhotovoltaics', 0.6),
  measure('homeBattery', 0.7),
  measure('feederBattery', 1),
];
