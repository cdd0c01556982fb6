import type { Column, Steps } from './column';
import { positiveOr0 } from './column';
import { capacityW, heatPumpCop, type HeatSource } from './heatPump';
import { supplyDegC, type HeatingCircuit } from './heatingCurve';

/** A heat pump with its electric heater. */
export interface HeatPumpDevice {
  readonly source: HeatSource;
  /** Thermal output at `ratedDegC` outdoors. */
  readonly ratedW: number;
  readonly ratedDegC: number;
  /** An air unit stands still below. */
  readonly cutOffDegC: number;
  /** Electric heater for what is left open. */
  readonly backupW: number;
  /** Undisturbed soil, for a ground source. */
  readonly soilDegC: number;
  readonly fieldFactor: number;
  readonly circuit: HeatingCircuit;
}

/** Thermal output that the compressor can give. Soil and ground water keep theirs whatever the air does. */
export function heatPumpCapacityW(device: HeatPumpDevice, outdoorDegC: number): number {
  if (device.source !== 'air') return positiveOr0(device.ratedW);
  if (!(outdoorDegC >= device.cutOffDegC)) return 0;
  return positiveOr0(capacityW(outdoorDegC, device.ratedDegC, device.ratedW));
}

/** Coefficient of performance with the water that the house needs at this outdoor temperature; never below one. */
export function heatPumpDeviceCop(device: HeatPumpDevice, outdoorDegC: number): number {
  const { source, circuit, soilDegC, fieldFactor } = device;
  const cop = heatPumpCop(source, supplyDegC(circuit, outdoorDegC), outdoorDegC, soilDegC, fieldFactor);
  return cop > 1 ? cop : 1;
}

const CURVE_FROM_DEGC = -60;
const CURVE_TO_DEGC = 60;

/** Output and electricity per heat on whole kelvins of outdoor temperature: nothing transcendental in the loop. */
export interface HeatPumpCurves {
  readonly device: HeatPumpDevice;
  readonly capacityW: Float64Array;
  readonly electricityPerHeat: Float64Array;
}

export function heatPumpCurvesOf(device: HeatPumpDevice): HeatPumpCurves {
  const length = CURVE_TO_DEGC - CURVE_FROM_DEGC + 1;
  // The cut-off is no point of the curve: it is asked for step by step.
  const running = { ...device, cutOffDegC: -Infinity };
  const curve = (of: (outdoorDegC: number) => number): Float64Array =>
    Float64Array.from({ length }, (_, i) => of(CURVE_FROM_DEGC + i));
  return {
    device,
    capacityW: curve((outdoorDegC) => heatPumpCapacityW(running, outdoorDegC)),
    electricityPerHeat: curve((outdoorDegC) => 1 / heatPumpDeviceCop(device, outdoorDegC)),
  };
}

/** What a heat pump reads and fills, W. */
export interface HeatPumpColumns {
  readonly outdoorDegC: Column;
  /** Heat wanted; a gap counts as none. */
  readonly needW: Column;
  /** Filled: electricity of the compressor, of the heater, and heat that neither could give. */
  readonly compressorW: Column;
  readonly backupW: Column;
  readonly unmetW: Column;
}

/**
 * Turns heat into electricity: the compressor up to its capacity, the heater up to its own, the rest unmet. Without state.
 * A gap in the temperature stops the compressor. devicesWithState.md, eq. 17.
 */
export function runHeatPumpDevice(curves: HeatPumpCurves, steps: Steps, columns: HeatPumpColumns): void {
  const { device, capacityW: capacities, electricityPerHeat } = curves;
  const { outdoorDegC, needW, compressorW, backupW, unmetW } = columns;
  const heaterW = positiveOr0(device.backupW);
  const isAir = device.source === 'air';
  for (let i = 0; i < steps.toStep - steps.fromStep; i += 1) {
    const outdoor = outdoorDegC.values[outdoorDegC.offset + i]!;
    const wanted = needW.values[needW.offset + i]!;
    const need = wanted > 0 && wanted < Infinity ? wanted : 0;
    let covered = 0;
    let compressor = 0;
    if (Number.isFinite(outdoor) && (!isAir || outdoor >= device.cutOffDegC)) {
      const place = Math.min(Math.max(outdoor - CURVE_FROM_DEGC, 0), capacities.length - 1.001);
      const k = Math.floor(place);
      const share = place - k;
      covered = Math.min(need, capacities[k]! + share * (capacities[k + 1]! - capacities[k]!));
      const perHeat = electricityPerHeat[k]! + share * (electricityPerHeat[k + 1]! - electricityPerHeat[k]!);
      compressor = covered * perHeat;
    }
    const backup = Math.min(need - covered, heaterW);
    compressorW.values[compressorW.offset + i] = compressor;
    backupW.values[backupW.offset + i] = backup;
    unmetW.values[unmetW.offset + i] = need - covered - backup;
  }
}
