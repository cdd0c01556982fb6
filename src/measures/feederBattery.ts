import type { MeasureDefinition } from './definition';
import { stationBatteryParameters, stationsWithBattery, withStationBatteries } from './stationBattery';

export const feederBattery: MeasureDefinition = {
  type: 'feederBattery',
  label: 'Feeder battery',
  group: 'electricity',
  effect: 'system',
  target: 'transformer',
  adoptionOf: 'of transformer stations',
  changes: 'A battery on the LV busbar of the station shaves the daily peak of its transformer.',
  parameters: stationBatteryParameters(0.25),
  eligible(district) {
    const standing = stationsWithBattery(district);
    return (district.network?.transformers ?? []).map(({ id }) => id).filter((id) => !standing.has(id));
  },
  apply: (district, measure, seed, selected = () => true) =>
    withStationBatteries(feederBattery, district, measure, seed, selected),
};
