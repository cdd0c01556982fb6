import type { explained } from '../../words/en/explained';

export type FigureId = keyof typeof explained.figures;

type Origin = readonly [boundary: keyof typeof explained.boundaries, source: keyof typeof explained.sources];

const IN_HOUR: Origin = ['branchHour', 'flow'];
const IN_YEAR: Origin = ['branchYear', 'flow'];
const OF_ELEMENT: Origin = ['element', 'district'];
const OF_BUS: Origin = ['bus', 'flow'];
const OF_BUILDING: Origin = ['building', 'facts'];
const OF_DEVICES: Origin = ['building', 'devices'];

/** Of what each figure beside a selected element is, and where it comes from. */
export const FIGURE_ORIGINS: Readonly<Record<FigureId, Origin>> = {
  ...{ loadingNow: IN_HOUR, loadingMax: IN_YEAR, hoursAbove: IN_YEAR, causes: IN_HOUR },
  ...{ ratedPower: OF_ELEMENT, ratedCurrent: OF_ELEMENT, length: OF_ELEMENT, battery: OF_ELEMENT },
  ...{ nominalVoltage: OF_ELEMENT, lowestVoltage: OF_BUS, highestVoltage: OF_BUS },
  meterNow: ['meterHour', 'loads'],
  endUses: ['meterYear', 'loads'],
  ...{ area: OF_BUILDING, built: OF_BUILDING, households: OF_BUILDING },
  ...{ photovoltaics: OF_DEVICES, vehicles: OF_DEVICES },
  ...{ homeBattery: OF_DEVICES, flexibleHeating: OF_DEVICES },
  connection: OF_BUILDING,
};
