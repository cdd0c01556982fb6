import { buildingMeasure } from './buildingMeasure';
import { A_SETTING, engineeringCost } from './figures';
import { refusalOf } from './voltVar';

export const exportLimit = buildingMeasure({
  type: 'exportLimit',
  label: 'Export limit of panels',
  group: 'electricity',
  effect: 'operation',
  adoptionOf: 'of buildings with panels',
  changes:
    'No more than a share of the panels’ peak power leaves the building, behind its battery; beyond that the panels give less, which is counted.',
  parameters: [
    {
      name: 'exportShare',
      label: 'Largest export per panel power',
      unit: 'W/Wp',
      min: 0,
      max: 1,
      default: 0.7,
      source: 'engineering value: as in the German rule for small plants of 2012, from memory',
      quality: 'unknown_untraceable',
    },
  ],
  // A setting of the inverter.
  work: { disruption: 'none', costs: [engineeringCost('panels', 0)], runningShare: A_SETTING },
  refusal: (building) => refusalOf(building, 'exportLimitW'),
  change(building, valueOf) {
    const { photovoltaics } = building;
    if (photovoltaics === null) return building;
    const exportLimitW = valueOf('exportShare') * photovoltaics.peakW;
    return { ...building, photovoltaics: { ...photovoltaics, exportLimitW } };
  },
});
