import {
  constraintTable,
  maxDeviations,
  threePhasePoints,
  unbalanceFactors,
  violations,
} from '../../study/network';
import { solved } from './solved';
import type { StudyKind } from './studyKind';
import { listed } from './studyText';

/** Voltage unbalance at every bus with three phases, by both definitions. */
export const unbalanceStudy: StudyKind = {
  usage: 'unbalance FILE',
  options: {},
  solves: true,
  run(asked) {
    const { limits } = asked;
    const solution = solved(asked);
    const points = threePhasePoints(solution);
    const factors = unbalanceFactors(solution, points);
    const deviations = maxDeviations(solution, points);
    const buses = points.map(({ busId }, row) => ({
      busId,
      unbalanceFactor: factors[row]!,
      maxDeviation: deviations[row]!,
    }));
    const worstFirst = [...buses].sort((a, b) => b.unbalanceFactor - a.unbalanceFactor);
    const outside = violations(constraintTable(solution, limits)).filter(({ kind }) => kind === 'unbalance');
    const columns = ['bus', 'iec_percent', 'nema_percent'];
    const row = ({ busId, unbalanceFactor, maxDeviation }: (typeof buses)[number]) => [
      busId,
      100 * unbalanceFactor,
      100 * maxDeviation,
    ];
    return {
      lines: [
        'unbalance of one step at buses with three phases',
        'iec: negative over positive sequence of the voltages; nema: largest deviation of a line voltage from their mean',
        `above the limit of the iec value at this step: ${outside.length}`,
        ...listed(outside, limits),
      ],
      table: { columns, rows: buses.map(row) },
      shown: { columns, rows: worstFirst.map(row) },
      result: { buses },
    };
  },
};
