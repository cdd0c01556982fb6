import type { MeasureType } from '../model/scenario';
import type { MeasureDefinition } from './definition';
import { envelopeRetrofit } from './envelopeRetrofit';
import { feederBattery } from './feederBattery';
import { heatPumps } from './heatPumps';
import { rooftopPhotovoltaics } from './rooftopPhotovoltaics';
import { vehiclesManaged, vehiclesUnmanaged } from './vehicles';

export type { MeasureDefinition, MeasureParameter } from './definition';

/** The measure library, in the order panels show it. */
export const MEASURES: Readonly<Record<MeasureType, MeasureDefinition>> = {
  heatPumps,
  vehiclesUnmanaged,
  vehiclesManaged,
  rooftopPhotovoltaics,
  envelopeRetrofit,
  feederBattery,
};
