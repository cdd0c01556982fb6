import type { AddedPower } from './addedPower';

export type TechnologyId = 'load' | 'photovoltaic' | 'vehicle' | 'heatPump';

/** What is added unit by unit. All figures are assumptions to edit: engineering values, unknown_untraceable. */
export interface HostedTechnology {
  readonly id: TechnologyId;
  readonly direction: AddedPower['direction'];
  /** Simultaneous power of one unit at the studied step. */
  readonly unitW: number;
  readonly connection: 'onePhase' | 'threePhase';
  /** |P|/S; reactive power is drawn by loads and, below 1, drawn by generation too. */
  readonly powerFactor: number;
  readonly source: string;
}

const ASSUMED = 'engineering value, unknown_untraceable';

export const HOSTED_TECHNOLOGIES: Readonly<Record<TechnologyId, HostedTechnology>> = {
  load: {
    id: 'load',
    direction: 'load',
    unitW: 2000,
    connection: 'onePhase',
    powerFactor: 0.95,
    source: ASSUMED,
  },
  photovoltaic: {
    id: 'photovoltaic',
    direction: 'generation',
    unitW: 4000,
    connection: 'onePhase',
    powerFactor: 1,
    source: ASSUMED,
  },
  vehicle: {
    id: 'vehicle',
    direction: 'load',
    unitW: 7400,
    connection: 'onePhase',
    powerFactor: 1,
    source: ASSUMED,
  },
  heatPump: {
    id: 'heatPump',
    direction: 'load',
    unitW: 3000,
    connection: 'onePhase',
    powerFactor: 0.95,
    source: ASSUMED,
  },
};

/** Reactive power that goes with `pW`: drawn by a load, and negative (drawn) for generation below unity. */
export function reactivePowerVar(
  direction: AddedPower['direction'],
  pW: number,
  powerFactor: number,
): number {
  const drawnVar = (pW * Math.sqrt(1 - powerFactor * powerFactor)) / powerFactor;
  return direction === 'load' || drawnVar === 0 ? drawnVar : -drawnVar;
}
