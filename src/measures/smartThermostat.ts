import { archetypeOf } from '../model/archetypes';
import { isHome } from '../model/building';
import { buildingMeasure, elementRefusal, withElement } from './buildingMeasure';
import { engineering, engineeringCost } from './figures';

export const smartThermostat = buildingMeasure({
  type: 'smartThermostat',
  label: 'Thermostats that know who is in',
  group: 'operation',
  effect: 'operation',
  adoptionOf: 'of heated residential buildings',
  changes: 'Rooms are heated to the set-point only while somebody is in. No gain of the fabric.',
  parameters: [
    {
      name: 'setbackDegC',
      label: 'Temperature while nobody is in',
      unit: 'degC',
      min: 10,
      max: 20,
      default: 17,
      source: 'the set-back of homes: CityEnergyAnalyst, DE (Ceruti et al. 2024)',
      quality: 'estimation_assumptions',
    },
  ],
  work: {
    disruption: 'none',
    costs: [engineeringCost('dwelling', 300, 2)],
    lifetimeYears: engineering(15),
    runningShare: 'deviceRunningShare',
  },
  refusal(building, region, valueOf) {
    const refusal = elementRefusal(building, 'thermostat');
    if (refusal !== null) return refusal;
    if (building.heating === 'none') return 'The building is not heated.';
    if (!isHome(building.use)) return 'It is heated only while people are in already.';
    const { heatingSetpointDegC } = archetypeOf(building, region).use;
    return valueOf('setbackDegC') < heatingSetpointDegC
      ? null
      : `Its set-point is ${heatingSetpointDegC} degC, no more than while nobody is in.`;
  },
  change: (building, valueOf) => withElement(building, 'thermostat', { setbackDegC: valueOf('setbackDegC') }),
});
