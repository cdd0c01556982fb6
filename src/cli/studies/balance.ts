import type { CsvCell } from '../../io/csv';
import { balanceView, type BalanceView, constraintTable } from '../../study/network';
import { circuitTree } from './circuitTree';
import { solved } from './solved';
import type { StudyKind } from './studyKind';
import { counted, listed } from './studyText';

const COLUMNS = [
  'kind',
  'element',
  'net_kw',
  'rating_kva',
  'balance_loading_percent',
  'flow_loading_percent',
  'in_loop',
];

/** What a sum of kilowatts finds against what the power flow finds. */
export const balanceStudy: StudyKind = {
  usage: 'balance FILE',
  options: {},
  solves: true,
  run(asked) {
    const { circuit, limits } = asked;
    const solution = solved(asked);
    const view = balanceView(circuit, circuitTree(circuit), solution, constraintTable(solution, limits));
    const known = (loading: number): number => (Number.isNaN(loading) ? -1 : loading);
    const worstFirst = [...view.rows].sort((a, b) => known(b.flowLoading) - known(a.flowLoading));
    return {
      lines: [
        'balance only: the sum of kW behind each element against its rating, without losses, reactive power, phases or voltages',
        `overloaded by the sum: ${counted(view.overloadedIds.length, 'element')}${names(view.overloadedIds)}`,
        `not confirmed by the power flow: ${counted(view.falseAlarmIds.length, 'element')}${names(view.falseAlarmIds)}`,
        `called fine by the sum, violation in the power flow of this one step: ${view.missed.length}`,
        ...listed(view.missed, limits),
      ],
      table: { columns: COLUMNS, rows: view.rows.map(balanceRow) },
      shown: { columns: COLUMNS, rows: worstFirst.map(balanceRow) },
      result: view,
    };
  },
};

const names = (ids: readonly string[]): string => (ids.length === 0 ? '' : `: ${ids.join(', ')}`);

function balanceRow(row: BalanceView['rows'][number]): CsvCell[] {
  return [
    row.kind,
    row.id,
    row.netW / 1000,
    row.ratingVa / 1000,
    100 * row.balanceLoading,
    100 * row.flowLoading,
    row.inLoop ? 'yes' : 'no',
  ];
}
