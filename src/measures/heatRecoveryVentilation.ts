import { isHome } from '../model/building';
import { buildingMeasure, elementRefusal, withElement } from './buildingMeasure';
import { engineering, engineeringCost } from './figures';

const PASSIVE_HOUSE =
  'Passive House recommendation: at least 75 % and at most 0.45 Wh/m3, as BorsodChem quotes it';

export const heatRecoveryVentilation = buildingMeasure({
  type: 'heatRecoveryVentilation',
  label: 'Ventilation with heat recovery',
  group: 'operation',
  effect: 'system',
  adoptionOf: 'of residential buildings aired by windows',
  changes:
    'Fans bring the outdoor air in and take used air out past a heat exchanger; they draw electricity.',
  parameters: [
    {
      name: 'recoveredShare',
      label: 'Share of the heat in the used air that is recovered',
      unit: '1',
      min: 0.3,
      max: 0.95,
      default: 0.75,
      source: PASSIVE_HOUSE,
      quality: 'estimation_assumptions',
    },
    {
      name: 'fanWPerM3PerS',
      label: 'Power of both fans per flow of outdoor air',
      unit: 'W/(m3/s)',
      min: 300,
      max: 5000,
      default: 1620,
      source: PASSIVE_HOUSE,
      quality: 'estimation_assumptions',
    },
  ],
  work: {
    disruption: 'someRooms',
    costs: [engineeringCost('floorArea', 70, 2)],
    lifetimeYears: engineering(20),
  },
  refusal(building) {
    const refusal = elementRefusal(building, 'heatRecovery');
    if (refusal !== null) return refusal;
    return isHome(building.use)
      ? null
      : 'Its share of outdoor air counts recovery and demand control already; nothing is counted twice.';
  },
  change: (building, valueOf) =>
    withElement(building, 'heatRecovery', {
      share: valueOf('recoveredShare'),
      fanWPerM3PerS: valueOf('fanWPerM3PerS'),
    }),
});
