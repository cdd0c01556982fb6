import type { Stretch } from '../runZone';
import { MARCH_STEPS } from './rowHeader';
import type { MarchedRow, RowMarch, RowSun } from './rowMarch';
import { runModal } from './runModal';
import { REFERENCE_DEG_C, SUN_DRIVES, type ModalBuilding, type ModalYear } from './types';

/** The same by the scalar loop: the kernel's bits where there is no WebAssembly SIMD. */
export function createPlainRow(): RowMarch {
  return new PlainRow();
}

class PlainRow implements RowMarch {
  private year!: ModalYear;
  private building!: ModalBuilding;
  private gainsW!: Stretch;
  private sunWPerM2!: Float64Array;
  private fromStep = 0;
  private steps = 0;
  private readonly sun = new Float64Array(SUN_DRIVES * MARCH_STEPS);
  private readonly heat = new Float64Array(MARCH_STEPS);
  private readonly cool = new Float64Array(MARCH_STEPS);
  private readonly temp = new Float64Array(MARCH_STEPS);

  begin(year: ModalYear, sunWPerM2: Float64Array, fromStep: number, steps: number): void {
    this.year = year;
    this.sunWPerM2 = sunWPerM2;
    this.fromStep = fromStep;
    this.steps = steps;
  }

  take({ building, sun }: MarchedRow, gainsW: Stretch): void {
    this.building = building;
    this.gainsW = gainsW;
    this.fillSun(sun);
  }

  /** (10) */
  private fillSun({ roof, walls }: RowSun): void {
    const { sun, fromStep } = this;
    sun.fill(0);
    for (let i = 0; i < this.steps; i += 1) {
      const step = fromStep + i;
      if (this.sunWPerM2[step] === 0) continue;
      const at = i * SUN_DRIVES;
      for (const { values, weight } of roof) sun[at] = sun[at]! + weight * values[step]!;
      for (const { plane, wall, transmittedM2, paneM2 } of walls) {
        sun[at + 1] = sun[at + 1]! + wall * plane.incidentWPerM2[step]!;
        sun[at + 2] = sun[at + 2]! + transmittedM2 * plane.transmittedWPerM2[step]!;
        sun[at + 3] = sun[at + 3]! + paneM2 * plane.absorbedWPerM2[step]!;
      }
    }
  }

  step(state: Float64Array, restK: number, from: number, count: number): void {
    const { zone } = this.building;
    const { values, at } = this.gainsW;
    runModal(
      { ...this.building, zone: { ...zone, restK } },
      this.year,
      state,
      this.fromStep + from,
      count,
      { sun: { values: this.sun, at: from * SUN_DRIVES }, appliancesW: { values, at: at + from } },
      {
        heatW: { values: this.heat, at: from },
        coolW: { values: this.cool, at: from },
        tempK: { values: this.temp, at: from },
      },
    );
  }

  give(heatW: Stretch, coolW: Stretch, airDegC: Stretch): void {
    heatW.values.set(this.heat.subarray(0, this.steps), heatW.at);
    coolW.values.set(this.cool.subarray(0, this.steps), coolW.at);
    for (let i = 0; i < this.steps; i += 1) airDegC.values[airDegC.at + i] = this.temp[i]! + REFERENCE_DEG_C;
  }
}
