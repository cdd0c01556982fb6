import { diagonalMatrix, terminalAt } from '../circuitDraft';
import type { Reading } from './reading';

const SHUNTS = ['gf_pu', 'gt_pu', 'bf_pu', 'bt_pu'];

/** Table impedance: a series impedance in per unit of its own rating and the voltage of its buses. */
export function readImpedances(reading: Reading): void {
  for (const row of reading.rows('impedance')) {
    const from = reading.busOf(row, 'from_bus');
    const to = reading.busOf(row, 'to_bus');
    const baseVa = 1e6 * row.positive('sn_mva');
    const r = row.number('rft_pu');
    const x = row.number('xft_pu');
    if (row.numberOr('rtf_pu', r) !== r || row.numberOr('xtf_pu', x) !== x) {
      row.refuse(
        'rtf_pu',
        'or xtf_pu differs from the other direction',
        'Only equal impedances both ways are read.',
      );
    }
    for (const column of SHUNTS) {
      if (row.numberOr(column, 0) !== 0)
        row.refuse(column, 'is not 0', 'Shunts of impedances are not read; add a shunt.');
    }
    if (!from || !to) continue;
    if (from.voltageV !== to.voltageV) {
      row.refuse('to_bus', 'has another voltage than from_bus', 'Join voltage levels by a transformer.');
    }
    const baseOhm = (from.voltageV * from.voltageV) / baseVa;
    reading.draft.lines.push({
      id: reading.idOf(row),
      from: terminalAt(from.id),
      to: terminalAt(to.id),
      lengthM: 0,
      rOhm: diagonalMatrix(r * baseOhm),
      xOhm: diagonalMatrix(x * baseOhm),
      bS: diagonalMatrix(0),
      ratedCurrentA: baseVa / (Math.sqrt(3) * from.voltageV),
      emergencyCurrentA: NaN,
      isSwitch: false,
      open: false,
      enabled: row.flag('in_service', true) && from.inService && to.inService,
    });
  }
}
