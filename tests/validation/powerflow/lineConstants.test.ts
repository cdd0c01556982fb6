import { describe, expect, it } from 'vitest';
import { METRES_PER_LENGTH_UNIT } from '../../../src/sim/powerflow/elements/conductorData';
import type { EarthModel } from '../../../src/sim/powerflow/elements/earthReturn';
import { lineConstants } from '../../../src/sim/powerflow/elements/lineConstants';
import type {
  EquivalentSpacing,
  LineConductor,
  LineGeometry,
} from '../../../src/sim/powerflow/elements/lineGeometry';
import input from './line-constants/input.json';
import published from './line-constants/expected.json';

type Unit = keyof typeof METRES_PER_LENGTH_UNIT;
type Case = (typeof input.cases)[number];
type Sheet = (typeof input.conductors)[keyof typeof input.conductors];

const OMEGA_60 = 2 * Math.PI * 60;
/** What a data sheet leaves out (OpenDSS ConductorData, CNData). */
const AC_PER_DC = 1.02;
const GMR_PER_RADIUS = 0.7788;

function metres(unit: string): number {
  return METRES_PER_LENGTH_UNIT[unit as Unit];
}

/** A data sheet's conductor at a place, in SI units. */
function conductorOf(sheet: Sheet, xM: number, yM: number): LineConductor {
  const perM = 1 / metres(sheet.rUnit);
  const sizeM = metres(sheet.diameterUnit);
  const radiusM = 0.5 * sheet.diameter * sizeM;
  const data = {
    rDcOhmPerM: ('rDcOhm' in sheet ? sheet.rDcOhm : sheet.rAcOhm / AC_PER_DC) * perM,
    rAcOhmPerM: sheet.rAcOhm * perM,
    gmrM: sheet.gmr * metres(sheet.gmrUnit),
    radiusM,
    capacitanceRadiusM: radiusM,
  };
  const place = { xM, yM, data };
  if (!('relativePermittivity' in sheet)) return { kind: 'wire', ...place };
  const insulated = {
    ...place,
    relativePermittivity: sheet.relativePermittivity,
    insulationThicknessM: sheet.insulationThickness * sizeM,
    insulationDiameterM: sheet.insulationDiameter * sizeM,
    cableDiameterM: sheet.cableDiameter * sizeM,
  };
  if ('tapeThickness' in sheet) {
    const { tapeLapPercent } = sheet;
    const shieldDiameterM = sheet.shieldDiameter * sizeM;
    return {
      kind: 'tapeShield',
      ...insulated,
      shieldDiameterM,
      tapeThicknessM: sheet.tapeThickness * sizeM,
      tapeLapPercent,
    };
  }
  const strandDiameterM = sheet.strandDiameter * sizeM;
  return {
    kind: 'concentricNeutral',
    ...insulated,
    strandCount: sheet.strandCount,
    strandDiameterM,
    strandGmrM:
      'strandGmr' in sheet ? sheet.strandGmr * metres(sheet.gmrUnit) : GMR_PER_RADIUS * 0.5 * strandDiameterM,
    strandROhmPerM: sheet.strandROhm * perM,
    semiconductingLayer: sheet.semiconductingLayer,
  };
}

function lineOf(given: Case): LineGeometry {
  const unitM = metres(given.lengthUnit);
  const sheets: Record<string, Sheet> = input.conductors;
  const { phases, frequencyHz, earthResistivityOhmM, reduce } = given;
  return {
    conductors: given.conductors.map((name, i) => {
      const [x, y] = given.positions[i]!;
      return conductorOf(sheets[name]!, x! * unitM, y! * unitM);
    }),
    ...{ phases, frequencyHz, earthResistivityOhmM, reduce },
    earthModel: given.earthModel as EarthModel,
    ...('equivalentSpacing' in given && { equivalentSpacing: spacingOf(given.equivalentSpacing!, unitM) }),
    ...('mediumPermittivity' in given && { mediumPermittivity: given.mediumPermittivity! }),
  };
}

function spacingOf(given: Record<string, number>, unitM: number): EquivalentSpacing {
  return {
    phaseToPhaseM: given.phaseToPhase! * unitM,
    phaseToNeutralM: given.phaseToNeutral! * unitM,
    phaseHeightM: given.phaseHeight! * unitM,
    neutralHeightM: given.neutralHeight! * unitM,
  };
}

function compare(
  what: string,
  got: readonly number[],
  wanted: readonly number[],
  limitOf: (value: number) => number,
): void {
  expect(got.length, what).toBe(wanted.length);
  wanted.forEach((value, k) => {
    expect(Math.abs(got[k]! - value), `${what}[${k}]: ${got[k]} for ${value}`).toBeLessThanOrEqual(
      limitOf(value),
    );
  });
}

describe('line constants agree with published matrices', () => {
  it('every case has its expected figures', () => {
    expect(input.cases.length).toBeGreaterThan(25);
    expect(published.cases.map(({ name }) => name)).toEqual(input.cases.map(({ name }) => name));
  });

  it.each(input.cases.map((given, k) => ({ name: given.name, given, wanted: published.cases[k]! })))(
    '$name',
    ({ given, wanted }) => {
      const result = lineConstants(lineOf(given));
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      const { rOhmPerM, xOhmPerM, cFaradPerM } = result.value;
      const tolerance: Partial<Record<string, number>> = wanted.tolerance;
      const limit = (key: string) => (value: number) =>
        tolerance[key] ?? tolerance.relative! * Math.abs(value);
      const perUnit = (factor: number) => (value: number) => value * factor * wanted.metresPerUnit;
      compare('R', rOhmPerM.map(perUnit(1)), wanted.rOhm, limit('rOhm'));
      compare('X', xOhmPerM.map(perUnit(1)), wanted.xOhm, limit('xOhm'));
      if ('cNanofarad' in wanted) {
        compare('C', cFaradPerM.map(perUnit(1e9)), wanted.cNanofarad!, limit('cNanofarad'));
      }
      if ('bMicrosiemens' in wanted) {
        compare('B', cFaradPerM.map(perUnit(1e6 * OMEGA_60)), wanted.bMicrosiemens!, limit('bMicrosiemens'));
      }
    },
  );
});
