import type { Comparison } from '../markdown';
import { circuitCases } from './circuits/circuitCases';
import { largestOf } from './deviations';
import { cases as feederCases } from './opendss/cases';
import { checkPublished, publishedCases } from './published/publishedCases';
import { type CaseRow, caseTable, circuitRows, feederRows, publishedTable, ROUNDING } from './table';

let solved: { readonly circuits: readonly CaseRow[]; readonly feeders: readonly CaseRow[] } | undefined;
/** Both sets of cases, solved once. */
function bothRows() {
  solved ??= { circuits: circuitRows(), feeders: feederRows() };
  return solved;
}

/** What README.md holds between its markers; without the feeders' files what stands there is left. */
export function readmeTables(): Record<string, string> {
  const { circuits, feeders } = bothRows();
  return {
    circuits: caseTable(circuits),
    ...(feeders.length > 0 && { feeders: caseTable(feeders) }),
    published: publishedTable(),
  };
}

/** One digit, as the tables have it. */
function worstText(rows: readonly CaseRow[]): string {
  const worst = largestOf(
    rows.flatMap(({ deviations }) => deviations),
    'voltagePu',
  ).voltagePu;
  return `${worst < ROUNDING.voltagePu ? `< ${ROUNDING.voltagePu}` : worst.toExponential(0)} pu at worst`;
}

function toleranceText(cases: readonly { item: { tolerance: { voltagePu: number } } }[]): string {
  const limits = cases.map(({ item }) => item.tolerance.voltagePu);
  const [least, most] = [Math.min(...limits), Math.max(...limits)].map((limit) => limit.toExponential());
  return least === most ? `${least} pu` : `${least} to ${most} pu by case`;
}

/** All of them or, without the feeders' files, none: a folder's rows are kept together. */
export function comparisons({ circuits, feeders } = bothRows()): Comparison[] {
  if (feeders.length === 0) return [];
  const checked = publishedCases.flatMap(({ name, item }) =>
    item.runs.flatMap((run) => checkPublished(name, item, run)),
  );
  const within = checked.filter(({ oursV, withinV }) => oursV <= withinV);
  const references = [...new Set(circuits.map(({ reference }) => reference))];
  const folder = 'powerflow';
  return [
    {
      folder,
      compared: `node voltages of ${circuits.length} circuits`,
      against: references.join(', '),
      figure: worstText(circuits),
      tolerance: toleranceText(circuitCases),
    },
    {
      folder,
      compared: `node voltages of ${feeders.length} OpenDSS files as they are`,
      against: 'OpenDSS',
      figure: worstText(feeders),
      tolerance: toleranceText(feederCases),
    },
    {
      folder,
      compared: `${checked.length} published voltages, of each real and imaginary part`,
      against: 'IEEE documents, as GridLAB-D asserts them',
      figure: `${within.length} of ${checked.length} within, the others named with their cause`,
      tolerance: 'each its own',
    },
  ];
}
