import { archetypeOf } from '../model/archetypes';
import { buildingMeasure, elementRefusal, withElement } from './buildingMeasure';
import { SIA_WINDOWS, TABULA_USUAL, typology, windowCarbon, windowCost, STAYS_PUT } from './figures';

/** New windows shall be better than the old ones by a margin worth the work. */
const SMALLEST_GAIN_W_PER_M2K = 0.3;

export const windowReplacement = buildingMeasure({
  type: 'windowReplacement',
  label: 'New windows',
  group: 'envelope',
  effect: 'fabric',
  adoptionOf: 'of buildings with windows that let more heat out',
  changes: 'All windows are replaced; both heat loss and sun through them change.',
  parameters: [
    {
      name: 'uValueWPerM2K',
      label: 'U-value of the new windows',
      unit: 'W/(m2 K)',
      min: 0.5,
      max: 2,
      default: 1.3,
      source: TABULA_USUAL,
      quality: 'extrapolated_higher_level',
    },
    {
      name: 'gValue',
      label: 'Solar energy transmittance (g) of the new windows',
      unit: '1',
      min: 0.2,
      max: 0.75,
      default: 0.6,
      source: TABULA_USUAL,
      quality: 'extrapolated_higher_level',
    },
  ],
  work: {
    disruption: 'someRooms',
    costs: [windowCost((valueOf) => valueOf('uValueWPerM2K'))],
    lifetimeYears: typology(30, SIA_WINDOWS),
    runningShare: STAYS_PUT,
    embodied: [windowCarbon((valueOf) => valueOf('uValueWPerM2K'))],
  },
  refusal(building, region, valueOf) {
    const refusal = elementRefusal(building, 'window');
    if (refusal !== null) return refusal;
    const { uWindowWPerM2K } = archetypeOf(building, region);
    const uValue = valueOf('uValueWPerM2K');
    if (uWindowWPerM2K >= uValue + SMALLEST_GAIN_W_PER_M2K) return null;
    return `The windows have ${Number(uWindowWPerM2K.toPrecision(2))} W/(m2 K); new ones with ${uValue} would be better by less than ${SMALLEST_GAIN_W_PER_M2K}.`;
  },
  change: (building, valueOf) =>
    withElement(building, 'window', {
      uValueWPerM2K: valueOf('uValueWPerM2K'),
      gValue: valueOf('gValue'),
    }),
});
