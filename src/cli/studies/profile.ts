import {
  constraintTable,
  type NetworkLimits,
  type ProfilePoint,
  violations,
  voltageProfile,
} from '../../study/network';
import { circuitTree } from './circuitTree';
import { solved } from './solved';
import type { StudyKind } from './studyKind';
import { listed, phaseWord, quantity } from './studyText';

/** Voltage against distance from the source, one row per bus and phase. */
export const profileStudy: StudyKind = {
  usage: 'profile FILE',
  options: {},
  solves: true,
  run(asked) {
    const { circuit, limits } = asked;
    const solution = solved(asked);
    const profile = voltageProfile(circuitTree(circuit), solution, limits.voltageReference);
    const points = [...profile.points].sort((a, b) => a.distanceM - b.distanceM);
    const outside = violations(constraintTable(solution, limits)).filter(
      ({ kind }) => kind === 'undervoltage' || kind === 'overvoltage',
    );
    const known = points.filter(({ vPu }) => !Number.isNaN(vPu));
    return {
      lines: [
        'voltage profile: distance from the source along lines, voltage of one step',
        ...extremeLine('lowest', known, limits, (a, b) => a.vPu < b.vPu),
        ...extremeLine('highest', known, limits, (a, b) => a.vPu > b.vPu),
        `outside the limits at this step: ${outside.length}`,
        ...listed(outside, limits),
      ],
      table: {
        columns: ['bus', 'phase', 'distance_m', 'v_pu', 'base_voltage_volt'],
        rows: points.map((point) => [
          point.busId,
          phaseWord(point.node, limits).replace(/^phases? /, ''),
          point.distanceM,
          point.vPu,
          point.baseVoltageV,
        ]),
      },
      result: profile,
    };
  },
};

function extremeLine(
  word: string,
  points: readonly ProfilePoint[],
  limits: NetworkLimits,
  isBetter: (a: ProfilePoint, b: ProfilePoint) => boolean,
): string[] {
  const [first] = points;
  if (first === undefined) return [];
  const { busId, node, vPu, distanceM } = points.reduce(
    (best, point) => (isBetter(point, best) ? point : best),
    first,
  );
  return [
    `${word}: ${quantity(vPu, 'pu')} at bus ${busId}, ${phaseWord(node, limits)}, ${quantity(distanceM, 'm')} from the source`,
  ];
}
