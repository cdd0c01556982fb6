import { buildingMeasure, elementRefusal, withElement } from './buildingMeasure';
import { engineering, engineeringCost } from './figures';

const BLINDS = 'CityEnergyAnalyst 10f5f782, ENVELOPE_SHADING.csv, venetian blinds';

export const externalShading = buildingMeasure({
  type: 'externalShading',
  label: 'Outer blinds',
  group: 'envelope',
  effect: 'fabric',
  adoptionOf: 'of buildings without outer blinds',
  changes: 'Blinds outside the windows close by themselves while the sun is strong, in every season.',
  parameters: [
    {
      name: 'closedAboveWPerM2',
      label: 'Closed while the sun on the pane exceeds',
      unit: 'W/m2',
      min: 50,
      max: 800,
      default: 300,
      source: BLINDS,
      quality: 'estimation_assumptions',
    },
    {
      name: 'transmittedShare',
      label: 'Share of the sun a closed blind lets through',
      unit: '1',
      min: 0,
      max: 0.8,
      default: 0.15,
      source: `${BLINDS}, there inside the window`,
      quality: 'estimation_assumptions',
    },
  ],
  work: {
    disruption: 'none',
    costs: [engineeringCost('window', 250, 2)],
    lifetimeYears: engineering(25),
    runningShare: 'deviceRunningShare',
  },
  refusal: (building) => elementRefusal(building, 'shading'),
  change: (building, valueOf) =>
    withElement(building, 'shading', {
      closedAboveWPerM2: valueOf('closedAboveWPerM2'),
      transmittedShare: valueOf('transmittedShare'),
    }),
});
