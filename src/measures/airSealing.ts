import { archetypeOf } from '../model/archetypes';
import { buildingMeasure, elementRefusal, withElement } from './buildingMeasure';
import { AIR_SEALING_EUR_PER_M2, engineering, engineeringCost, STAYS_PUT } from './figures';

export const airSealing = buildingMeasure({
  type: 'airSealing',
  label: 'Air sealing',
  group: 'envelope',
  effect: 'fabric',
  adoptionOf: 'of buildings that leak more',
  changes: 'Gaps and joints are sealed: less outdoor air comes in unasked.',
  parameters: [
    {
      name: 'infiltrationPerH',
      label: 'Air changes through gaps afterwards',
      unit: '1/h',
      min: 0.02,
      max: 0.5,
      default: 0.1,
      source: 'TABULA/EPISCOPE, infiltration class of new and refurbished buildings',
      quality: 'extrapolated_higher_level',
    },
  ],
  work: {
    disruption: 'someRooms',
    costs: [engineeringCost('floorArea', AIR_SEALING_EUR_PER_M2, 2)],
    lifetimeYears: engineering(25),
    runningShare: STAYS_PUT,
  },
  refusal(building, region, valueOf) {
    const refusal = elementRefusal(building, 'airTightness');
    if (refusal !== null) return refusal;
    const { infiltrationPerH } = archetypeOf(building, region);
    const target = valueOf('infiltrationPerH');
    if (infiltrationPerH > target) return null;
    return `Only ${Number(infiltrationPerH.toPrecision(2))} air changes per hour come through gaps, no more than the ${target} aimed at.`;
  },
  change: (building, valueOf) =>
    withElement(building, 'airTightness', { infiltrationPerH: valueOf('infiltrationPerH') }),
});
