import {
  airConditionerEer,
  certifiedCop,
  copAtLift,
  heatPumpCop,
  type CertifiedUnit,
  type HeatingApplication,
  type HeatSource,
} from '../../../src/sim/devices';
import { type Comparison, largest, percent, small, table } from '../markdown';
import keymark from './keymark/case.json';
import when2heat from './when2heat/case.json';

export const liftFigures = () =>
  when2heat.cases.map(({ source, liftK, cop, copInTheField }) => ({
    source,
    liftK,
    expected: cop,
    expectedInTheField: copInTheField,
    cop: copAtLift(source as HeatSource, liftK, 1),
    copInTheField: copAtLift(source as HeatSource, liftK),
  }));

export const certifiedFigures = () =>
  keymark.cop.map((one) => ({
    ...one,
    cop: certifiedCop(one.unit as CertifiedUnit, one.application as HeatingApplication, one.outdoorDegC),
  }));

export const eerFigures = () =>
  keymark.eer.map((one) => ({ ...one, eer: airConditionerEer(one.outdoorDegC) }));

/** The quadratics in the laboratory against the certified median, where an air unit runs at full load. */
export function fullLoadFigures() {
  const { outdoorDegC, supplyLowDegC, supplyMediumDegC } = keymark.input.coldestPoint;
  const supplies = [
    ['low', supplyLowDegC],
    ['medium', supplyMediumDegC],
  ] as const;
  return supplies.map(([application, supplyDegC]) => ({
    application,
    outdoorDegC,
    supplyDegC,
    certified: certifiedCop('airWater', application, outdoorDegC),
    quadratic: heatPumpCop('air', supplyDegC, outdoorDegC, NaN, 1),
  }));
}

const UNITS: Record<string, string> = { airWater: 'air to water', brineWater: 'brine to water' };

/** What README.md holds between its markers. */
export function readmeTables(): Record<string, string> {
  const lifts = liftFigures().map((one) => [
    one.source,
    String(one.liftK),
    ...[one.expected, one.cop, one.expectedInTheField, one.copInTheField].map((cop) => cop.toFixed(3)),
  ]);
  const certified = [
    ...certifiedFigures().map(({ unit, application, outdoorDegC, n, median, cop }) => [
      `COP, ${UNITS[unit] ?? unit}, ${application} temperature`,
      String(outdoorDegC),
      String(n),
      median.toFixed(2),
      cop.toFixed(2),
    ]),
    ...eerFigures().map(({ outdoorDegC, n, median, eer }) => [
      'EER, air to air',
      String(outdoorDegC),
      String(n),
      median.toFixed(2),
      eer.toFixed(2),
    ]),
  ];
  const fullLoad = fullLoadFigures().map(
    ({ application, outdoorDegC, supplyDegC, certified: median, quadratic }) => [
      `air, ${application} temperature`,
      String(outdoorDegC),
      String(supplyDegC),
      median.toFixed(2),
      quadratic.toFixed(2),
      percent(quadratic / median - 1),
    ],
  );
  return {
    lifts: table(['Source', 'lift, K', 'laboratory: reference', 'here', 'field: reference', 'here'], lifts),
    certified: table(['Certified units', 'outdoor, degC', 'units', 'median', 'here'], certified),
    'full-load': table(
      ['Unit', 'outdoor, degC', 'supply, degC', 'certified', 'quadratic', 'deviation'],
      fullLoad,
    ),
  };
}

export function comparisons(): Comparison[] {
  const [lifts, certified, eer, fullLoad] = [
    liftFigures(),
    certifiedFigures(),
    eerFigures(),
    fullLoadFigures(),
  ];
  const liftErrors = lifts.flatMap((one) => [
    one.cop - one.expected,
    one.copInTheField - one.expectedInTheField,
  ]);
  const medianErrors = [
    ...certified.map(({ cop, median }) => cop - median),
    ...eer.map((one) => one.eer - one.median),
  ];
  const folder = 'heat-pump';
  return [
    {
      folder,
      compared: `COP at ${lifts.length} lifts, laboratory and field`,
      against: 'When2Heat (Ruhnau and others 2019)',
      figure: `${small(largest(liftErrors), 1e-9)} at worst`,
      tolerance: String(when2heat.tolerance.cop),
    },
    {
      folder,
      compared: `COP and EER at ${medianErrors.length} points`,
      against: 'medians of Keymark certificates',
      figure: `${small(largest(medianErrors), 1e-9)} at worst`,
      tolerance: String(keymark.tolerance.cop),
    },
    {
      folder,
      compared: 'COP of an air unit at full load, two supply temperatures',
      against: 'one source against the other',
      figure: `${percent(largest(fullLoad.map((one) => one.quadratic / one.certified - 1)))} at worst`,
      tolerance: percent(keymark.tolerance.fullLoadRelative, 0),
    },
  ];
}
