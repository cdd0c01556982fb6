import { readFileSync } from 'node:fs';
import { circuitCases, forcedRuns, solved } from './circuits/circuitCases';
import { largestOf, type NodeDeviation, nodeDeviations } from './deviations';
import { cases as feederCases, FEEDERS, HAVE_FEEDERS, solveCase } from './opendss/cases';
import { checkPublished, publishedCases } from './published/publishedCases';

/** One case of the README's tables: every node's deviation, so that a named node can be looked up again. */
export interface CaseRow {
  readonly name: string;
  readonly reference: string;
  readonly nodes: number;
  readonly deviations: readonly NodeDeviation[];
  /** Larger of active and reactive losses, as a share; NaN where the reference gives none. */
  readonly lossShare: number;
  readonly cause: string;
}

/** Below these a figure is rounding and changes from build to build. */
export const ROUNDING = { voltagePu: 1e-11, angleDeg: 1e-9, lossShare: 1e-11 } as const;

const shareOf = (ours: number, reference: number | undefined): number =>
  reference === undefined ? NaN : Math.abs(ours / reference - 1);
const larger = (a: number, b: number): number => (b > a || !(a === a) ? b : a);

/** Cases in circuits/, which every checkout has. */
export function circuitRows(): CaseRow[] {
  return circuitCases.map(({ name, item }) => {
    const deviations: NodeDeviation[] = [];
    let lossShare = NaN;
    forcedRuns(name, item).forEach(({ circuit, expected }, k) => {
      const result = solved(circuit, 'off');
      const step = item.steps === undefined ? '' : `, step ${item.steps[k]!}`;
      for (const each of nodeDeviations(result, expected)) {
        deviations.push({ ...each, node: each.node + step });
      }
      const { lossW, lossVar } = result.solution;
      lossShare = larger(shareOf(lossW, item.lossW), shareOf(lossVar, item.lossVar));
    });
    const { reference, cause } = item;
    const nodes = deviations.length / (item.steps?.length ?? 1);
    return { name, reference, nodes, deviations, lossShare, cause };
  });
}

const SOURCE_ANGLE =
  'OpenDSS turns degrees by 57.29577951 (dss_capi, DSSUcomplex.pas), so its sources stand up to 2e-8 degrees off and are unbalanced by that';

/** Cases in opendss/, whose circuits and figures lie in ../shared/data. */
export function feederRows(): CaseRow[] {
  if (!HAVE_FEEDERS) return [];
  const causeOf = (name: string): string =>
    circuitCases.find((carried) => carried.name === name.split('-')[0])?.item.cause ?? SOURCE_ANGLE;
  return feederCases.map(({ name, item }) => {
    const result = solveCase(item);
    const deviations = nodeDeviations(result, readFileSync(`${FEEDERS}/${item.expected}`, 'utf8'));
    const { lossW, lossVar } = result.solution;
    const lossShare = larger(shareOf(lossW, item.lossW), shareOf(lossVar, item.lossVar));
    return {
      name,
      reference: 'OpenDSS',
      nodes: deviations.length,
      deviations,
      lossShare,
      cause: causeOf(name),
    };
  });
}

/** One significant digit. */
const figure = (value: number, rounding: number): string =>
  value !== value ? '' : value < rounding ? `< ${rounding.toExponential(0)}` : value.toExponential(0);

/** A table of cases as Markdown, causes as letters with their list below. */
export function caseTable(rows: readonly CaseRow[]): string {
  const causes = [...new Set(rows.map((row) => row.cause))];
  const letter = (cause: string): string => 'abcdefghij'[causes.indexOf(cause)]!;
  const lines = rows.map((row) => {
    const cells = (['voltagePu', 'angleDeg'] as const).flatMap((by) => {
      const worst = largestOf(row.deviations, by);
      return [figure(worst[by], ROUNDING[by]), worst[by] < ROUNDING[by] ? '' : worst.node];
    });
    const loss = figure(row.lossShare, ROUNDING.lossShare);
    return `| ${[row.name, row.reference, row.nodes, ...cells, loss, letter(row.cause)].join(' | ')} |`;
  });
  return [
    '| Case | Reference | Nodes | Voltage, pu | at | Angle, degrees | at | Losses, share | Cause |',
    '| --- | --- | ---: | ---: | --- | ---: | --- | ---: | --- |',
    ...lines,
    '',
    ...causes.map((cause) => `- ${letter(cause)}: ${cause}.`),
  ].join('\n');
}

/** Published values held, and those that are not with the deviation in volts. */
export function publishedTable(): string {
  const lines = publishedCases.flatMap(({ name, item }) =>
    item.runs.map((run) => {
      const checked = checkPublished(name, item, run);
      const missed = checked.filter(({ oursV, withinV }) => !(oursV <= withinV));
      const named = missed.map((each) => {
        const theirs = each.openDssV === each.openDssV ? `, OpenDSS ${volts(each.openDssV)}` : '';
        return `${each.object} ${each.target}: ${volts(each.oursV)}${theirs} (${each.withinV} V)`;
      });
      const held = `${checked.length - missed.length} of ${checked.length}`;
      return `| ${item.title}: ${run.title} | ${held} | ${named.join('<br>')} |`;
    }),
  );
  return ['| Run | Within | Missed: deviation (limit) |', '| --- | --- | --- |', ...lines].join('\n');
}

const volts = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} V`;
