import type { Gas, LayeredGlazing, Pane } from '../../../../src/model/buildingModel/types';

/** 3.048 mm clear glass of ASHRAE 140-2020. */
export const CLEAR: Pane = {
  thicknessM: 0.003048,
  conductivityWPerMK: 1,
  solarTransmittance: 0.834,
  solarReflectanceFront: 0.075,
  solarReflectanceBack: 0.075,
  emissivityFront: 0.84,
  emissivityBack: 0.84,
};

/** Outer pane of case 660 of ASHRAE 140-2020. */
export const LOW_E: Pane = {
  thicknessM: 0.00318,
  conductivityWPerMK: 1,
  solarTransmittance: 0.452,
  solarReflectanceFront: 0.359,
  solarReflectanceBack: 0.397,
  emissivityFront: 0.84,
  emissivityBack: 0.047,
};

export const layers = (panes: readonly Pane[], gas: Gas = 'air', thicknessM = 0.012): LayeredGlazing => ({
  id: 'glazing',
  kind: 'layers',
  panes,
  gaps: panes.slice(1).map(() => ({ gas, thicknessM })),
});

export const cosDeg = (angleDeg: number): number => Math.cos((angleDeg * Math.PI) / 180);
