import { buildingMeasure } from './buildingMeasure';
import { engineering, engineeringCost } from './figures';

export const splitAirConditioner = buildingMeasure({
  type: 'splitAirConditioner',
  label: 'Air conditioners',
  group: 'systems',
  effect: 'system',
  adoptionOf: 'of buildings without cooling',
  changes: 'Split units cool the building to its set-point: more comfort in summer, and more load.',
  parameters: [],
  work: {
    disruption: 'someRooms',
    costs: [engineeringCost('floorArea', 60, 2)],
    lifetimeYears: engineering(15),
    runningShare: 'deviceRunningShare',
  },
  refusal: ({ cooling }) => (cooling === 'none' ? null : 'The building is cooled already.'),
  change: (building) => ({ ...building, cooling: 'splitAirConditioner' }),
});
