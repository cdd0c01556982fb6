import type { Circuit } from '../../model/circuit';
import type { Issue } from '../../model/outcome';
import { IssueLog } from '../issueLog';
import { controlIssues } from './controlIssues';
import { elementIssues } from './elementIssues';
import { finiteIssues } from './finiteIssues';
import { powerIssues } from './powerIssues';
import { transformerIssues } from './transformerIssues';

/**
 * Everything about a circuit that spans fields: unique ids, references, numbers of conductors, matrices, ranges. Readers
 * of every format end with it, so that no circuit leaves them with a hole or a silent NaN.
 */
export function circuitIssues(circuit: Circuit, source: string): Issue[] {
  const check = new CircuitCheck(circuit, source);
  check.positive('circuit', 'baseFrequencyHz', circuit.baseFrequencyHz);
  circuit.voltageBasesV.forEach((value) => check.positive('circuit', 'voltageBasesV', value));
  finiteIssues(circuit, check);
  uniqueIds(circuit, check);
  elementIssues(circuit, check);
  transformerIssues(circuit, check);
  powerIssues(circuit, check);
  controlIssues(circuit, check);
  return check.log.issues();
}

/** Words for findings, and which buses there are. */
export class CircuitCheck {
  readonly log: IssueLog;
  private readonly busIds: ReadonlySet<string>;

  constructor(circuit: Circuit, source: string) {
    this.log = new IssueLog(source);
    this.busIds = new Set(circuit.buses.map((bus) => bus.id));
  }

  bus(where: string, field: string, busId: string): void {
    if (!this.busIds.has(busId)) this.unknown(where, field, 'bus', busId);
  }

  unknown(where: string, field: string, kind: string, id: string): void {
    this.log.error({
      code: `circuit-unknown-${kind}`,
      where,
      field,
      value: id,
      message: `${where} refers to the ${kind} "${id}", which does not exist.`,
      remedy: `Add the ${kind}, or correct the reference.`,
    });
  }

  positive(where: string, field: string, value: number): void {
    if (!(value > 0)) this.range(where, field, value, 'has to be above 0');
  }

  range(where: string, field: string, value: number | string, what: string): void {
    this.log.error({
      code: 'circuit-range',
      where,
      field,
      value: String(value),
      message: `"${field}" of ${where} ${what}; it is ${value}.`,
      remedy: 'Correct the value.',
    });
  }

  shape(where: string, field: string, found: number, wanted: string): void {
    this.log.error({
      code: 'circuit-size',
      where,
      field,
      value: String(found),
      message: `"${field}" of ${where} has ${found} entries; ${wanted}.`,
      remedy: 'Give as many entries as that.',
    });
  }
}

function uniqueIds(circuit: Circuit, check: CircuitCheck): void {
  const kinds: readonly (readonly [string, readonly { readonly id: string }[]])[] = [
    ['bus', circuit.buses],
    ['source', circuit.sources],
    ['line', circuit.lines],
    ['transformer', circuit.transformers],
    ['capacitor', circuit.capacitors],
    ['reactor', circuit.reactors],
    ['load', circuit.loads],
    ['generator', circuit.generators],
    ['regulatorControl', circuit.regulatorControls],
    ['capacitorControl', circuit.capacitorControls],
    ['inverterControl', circuit.inverterControls],
    ['shape', circuit.shapes],
    ['curve', circuit.curves],
  ];
  for (const [kind, rows] of kinds) {
    const seen = new Set<string>();
    for (const { id } of rows) {
      if (seen.has(id)) {
        check.log.error({
          code: 'circuit-duplicate-id',
          where: `${kind} ${id}`,
          field: 'id',
          value: id,
          message: `The ${kind} id "${id}" occurs more than once.`,
          remedy: 'Give every element an id of its own.',
        });
      }
      seen.add(id);
    }
  }
}
