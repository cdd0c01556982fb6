import { isHome } from '../model/building';
import { buildingMeasure, elementRefusal, withElement } from './buildingMeasure';
import { ENGINEERING_VALUE, engineering, engineeringCost } from './figures';

export const efficientLighting = buildingMeasure({
  type: 'efficientLighting',
  label: 'Efficient lighting',
  group: 'operation',
  effect: 'system',
  adoptionOf: 'of non-residential buildings',
  changes: 'Lamps give the same light for less power, and less heat to the rooms.',
  parameters: [
    {
      name: 'powerShare',
      label: 'Installed power that remains, of today’s',
      unit: '1',
      min: 0.1,
      max: 0.95,
      default: 0.5,
      source: ENGINEERING_VALUE,
      quality: 'unknown_untraceable',
    },
  ],
  work: {
    disruption: 'someRooms',
    costs: [engineeringCost('floorArea', 25, 2)],
    lifetimeYears: engineering(15),
    runningShare: 'deviceRunningShare',
  },
  refusal(building) {
    const refusal = elementRefusal(building, 'lighting');
    if (refusal !== null) return refusal;
    return isHome(building.use) ? 'Lamps of homes are part of the household’s electricity.' : null;
  },
  change: (building, valueOf) => withElement(building, 'lighting', { powerShare: valueOf('powerShare') }),
});
