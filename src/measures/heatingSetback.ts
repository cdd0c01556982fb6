import { archetypeOf } from '../model/archetypes';
import { buildingMeasure, elementRefusal, withElement } from './buildingMeasure';
import { A_SETTING, ENGINEERING_VALUE, engineeringCost } from './figures';

/** A use whose set-back lies this near its set-point is kept warm day and night: hospitals, hotels. */
const NO_SETBACK_K = 1;

export const heatingSetback = buildingMeasure({
  type: 'heatingSetback',
  label: 'Lower set-back',
  group: 'operation',
  effect: 'operation',
  adoptionOf: 'of heated buildings whose set-back is higher',
  changes:
    'At night, or while a workplace is empty, rooms are allowed to cool further. No gain of the fabric.',
  parameters: [
    {
      name: 'heatingSetbackDegC',
      label: 'Set-back temperature',
      unit: 'degC',
      min: 10,
      max: 20,
      default: 15,
      source: ENGINEERING_VALUE,
      quality: 'unknown_untraceable',
    },
  ],
  // A setting is changed: no price, and nothing that wears out.
  work: { disruption: 'none', costs: [engineeringCost('dwelling', 0)], runningShare: A_SETTING },
  refusal(building, region, valueOf) {
    const refusal = elementRefusal(building, 'setback');
    if (refusal !== null) return refusal;
    if (building.heating === 'none') return 'The building is not heated.';
    const { heatingSetpointDegC, heatingSetbackDegC } = archetypeOf(building, region).use;
    if (heatingSetbackDegC >= heatingSetpointDegC - NO_SETBACK_K)
      return 'The use keeps its rooms warm day and night.';
    return valueOf('heatingSetbackDegC') < heatingSetbackDegC
      ? null
      : `The set-back is at ${heatingSetbackDegC} degC already.`;
  },
  change: (building, valueOf) =>
    withElement(building, 'setback', { heatingSetbackDegC: valueOf('heatingSetbackDegC') }),
});
