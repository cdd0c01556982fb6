import type { Circuit, CircuitBus, Matrix, Terminal } from '../../model/circuit';
import { IssueLog } from '../issueLog';
import type { Row, WrittenTable } from './dataFrame';

/** What the table writers share: the circuit, the rows so far, and what could not be said in pandapower. */
export class Writing {
  readonly log: IssueLog;
  readonly rows: Record<WrittenTable, Row[]> = {
    bus: [],
    load: [],
    sgen: [],
    storage: [],
    asymmetric_load: [],
    asymmetric_sgen: [],
    switch: [],
    shunt: [],
    ext_grid: [],
    line: [],
    trafo: [],
  };
  private readonly buses = new Map<string, { row: number; voltageV: number }>();

  constructor(readonly circuit: Circuit) {
    this.log = new IssueLog(circuit.name);
    for (const bus of circuit.buses) this.addBus(bus);
  }

  addBus(bus: CircuitBus): number {
    const voltageV = Math.sqrt(3) * bus.baseVoltageV;
    if (!(voltageV > 0))
      this.refuse(`bus ${bus.id}`, 'has no base voltage', 'Give it one; pandapower needs vn_kv.');
    const row = this.rows.bus.length;
    this.buses.set(bus.id, { row, voltageV });
    const geo = bus.position ? JSON.stringify({ coordinates: [...bus.position], type: 'Point' }) : null;
    this.rows.bus.push({
      name: bus.id,
      vn_kv: voltageV / 1000,
      type: 'b',
      zone: null,
      in_service: true,
      geo,
    });
    return row;
  }

  busRow(terminal: Terminal): number {
    return this.buses.get(terminal.busId)?.row ?? -1;
  }

  /** Line to line. */
  busVoltageV(terminal: Terminal): number {
    return this.buses.get(terminal.busId)?.voltageV ?? NaN;
  }

  refuse(where: string, what: string, remedy: string): void {
    this.log.error({
      code: 'pandapower-cannot-hold',
      where,
      message: `${where} ${what}; pandapower's tables cannot hold that.`,
      remedy,
    });
  }

  leaveOut(where: string, what: string, remedy: string): void {
    this.log.warning({ code: 'pandapower-left-out', where, message: `${where}: ${what}.`, remedy });
  }

  /** Positive and zero sequence of a three-phase matrix, the mean over the phases; unequal phases are told. */
  sequences(where: string, field: string, values: Matrix): { positive: number; zero: number } {
    const own = (values[0]! + values[4]! + values[8]!) / 3;
    const mutual = (values[1]! + values[2]! + values[5]!) / 3;
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const unequal = values.some(
      (value, k) => Math.abs(value - (k % 4 === 0 ? own : mutual)) > 1e-6 * largest,
    );
    if (unequal) {
      this.leaveOut(
        where,
        `${field} differs between phases; their mean is written`,
        'Expect other unbalanced results.',
      );
    }
    return { positive: own - mutual, zero: own + 2 * mutual };
  }
}

export function isThreePhase(terminal: Terminal): boolean {
  return terminal.nodes.length === 3 && terminal.nodes.every((node, k) => node === k + 1);
}

export function isEarth(terminal: Terminal): boolean {
  return terminal.nodes.every((node) => node === 0);
}
