import type { Terminal } from '../../model/circuit';
import { type CircuitDraft, terminalAt } from '../circuitDraft';
import type { IssueLog } from '../issueLog';
import { rowsOf, type TableRow } from './tableRow';
import { type PandapowerNet, tableOf } from './tables';

export interface PandapowerOptions {
  /**
   * What elements are called: pandapower's index (`3`, the key of its result tables, default) or the column `name`,
   * which then has to be unique within its table.
   */
  readonly ids: 'index' | 'name';
  /**
   * `stiff`: external grids hold their voltage, as pandapower's power flow does. `shortCircuit`: they stand behind the
   * impedance of `s_sc_max_mva` and `rx_max`.
   */
  readonly sources: 'stiff' | 'shortCircuit';
  /** Where the no-load branch sits: pandapower's `trafo_model`. Its default is `t`. */
  readonly transformerModel: 't' | 'pi';
}

export const DEFAULT_OPTIONS: PandapowerOptions = { ids: 'index', sources: 'stiff', transformerModel: 't' };

export interface NetBus {
  readonly id: string;
  /** Line to line. */
  readonly voltageV: number;
  readonly inService: boolean;
}

/** What the table readers share: the net, the circuit so far, and where findings go. */
export class Reading {
  readonly buses = new Map<string, NetBus>();
  /** Node numbers above 3 that stars without earth already use, by bus. */
  private readonly starNodes = new Map<string, number>();
  private readonly counted = new Map<string, number>();

  constructor(
    readonly net: PandapowerNet,
    readonly draft: CircuitDraft,
    readonly options: PandapowerOptions,
    readonly log: IssueLog,
  ) {}

  rows(table: string): TableRow[] {
    return rowsOf(tableOf(this.net, table), this.log);
  }

  /** `line 3` or the element's name. Buses go by the bare index. */
  idOf(row: TableRow): string {
    if (this.options.ids === 'name') {
      const name = row.text('name');
      if (name !== null) return name;
    }
    return row.where;
  }

  /** The bus a cell points at; null with an issue when there is none. */
  busOf(row: TableRow, column: string): NetBus | null {
    const index = row.reference(column);
    if (index === '') return null;
    const bus = this.buses.get(index);
    if (!bus) row.refuse(column, 'names a bus that does not exist', 'Add the bus, or correct the index.');
    return bus ?? null;
  }

  /** A node of its own for a star point without earth. */
  starNode(busId: string): number {
    const node = this.starNodes.get(busId) ?? 4;
    this.starNodes.set(busId, node + 1);
    return node;
  }

  /** The end of a branch that a switch or a bus out of service cuts off: a bus of its own, fed from the other end. */
  openEnd(bus: NetBus, elementId: string): Terminal {
    const id = `${bus.id} (open end of ${elementId})`;
    this.draft.buses.push({ id, baseVoltageV: bus.voltageV / Math.sqrt(3) });
    return terminalAt(id);
  }

  count(kind: string): void {
    this.counted.set(kind, (this.counted.get(kind) ?? 0) + 1);
  }

  counts(kind: string): number {
    return this.counted.get(kind) ?? 0;
  }
}
