import { archetypeOf, ZONE_FIGURES } from '../model/archetypes';
import { isHome } from '../model/building';
import { buildingMeasure, elementRefusal, withElement } from './buildingMeasure';
import { engineering, engineeringCost } from './figures';

const PASSIVE_HOUSE =
  'Passive House recommendation: at least 75 % and at most 0.45 Wh/m3, as BorsodChem quotes it';

/** What the share of heated air of workplaces counts already; src/sim/buildings/airSupply.ts. */
const COUNTED_AT_WORK = 1 - ZONE_FIGURES.workAirShare.value;

export const heatRecoveryVentilation = buildingMeasure({
  type: 'heatRecoveryVentilation',
  label: 'Ventilation with heat recovery',
  group: 'operation',
  effect: 'system',
  adoptionOf: 'of buildings with outdoor air for people and no plant with known recovery',
  changes:
    'Fans bring all outdoor air for people in and take used air out past a heat exchanger; they draw electricity. In workplaces it takes the place of the recovery that is assumed there.',
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
    runningShare: 'deviceRunningShare',
  },
  refusal(building, region, valueOf) {
    const refusal = elementRefusal(building, 'heatRecovery');
    if (refusal !== null || isHome(building.use)) return refusal;
    if (!(archetypeOf(building, region).use.outdoorAirM3PerSPerPerson > 0))
      return 'No outdoor air for people is assumed here, so there is none to recover heat from.';
    return valueOf('recoveredShare') > COUNTED_AT_WORK
      ? null
      : `Its outdoor air counts ${Math.round(100 * COUNTED_AT_WORK)} % recovery and demand control already; nothing is counted twice.`;
  },
  change: (building, valueOf) =>
    withElement(building, 'heatRecovery', {
      share: valueOf('recoveredShare'),
      fanWPerM3PerS: valueOf('fanWPerM3PerS'),
    }),
});
