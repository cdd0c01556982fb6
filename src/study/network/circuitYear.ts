import type { Circuit } from '../../model/circuit';
import { fail, type Issue, type Outcome, succeed } from '../../model/outcome';
import {
  BranchFlowTable,
  type CompiledCircuit,
  type SeriesOptions,
  type SeriesStep,
  solveSeries,
} from '../../sim/powerflow/circuit';
import { ExtremesCollector, type ExtremesSettings, type NetworkExtremes } from './extremes';
import { noReading, type ReadingLayout, readingLayout } from './stepReading';
import { supplyVoltagesPu, unbalanceFactors, type VoltageReference } from './supplyVoltage';

export interface YearSettings extends Omit<ExtremesSettings, 'stepS' | 'stepCount'> {
  readonly voltageReference: VoltageReference;
}

export interface CircuitYear {
  readonly extremes: NetworkExtremes;
  /** Moves of regulators and capacitors over all steps. */
  readonly controlActions: number;
  /** With the taps it ended on. */
  readonly circuit: Circuit;
}

/**
 * Steps of a circuit's shapes (or of given powers) in order of time, controls included; keeps per-element extremes, hours
 * outside limits and the windows asked for. Step 0 of the extremes is the first step.
 */
export function circuitYear(
  circuit: Circuit,
  series: SeriesOptions,
  settings: YearSettings,
): Outcome<CircuitYear> {
  let reader: YearReader | undefined;
  const outcome = solveSeries(circuit, series, (step) => {
    reader ??= new YearReader(step, series, settings);
    reader.add(step);
  });
  if (!outcome.ok) return outcome;
  if (reader === undefined) return fail([noSteps(circuit)]);
  const { collector, controlActions } = reader;
  return succeed({ extremes: collector.result(), controlActions, circuit: outcome.value }, outcome.issues);
}

function noSteps(circuit: Circuit): Issue {
  return {
    severity: 'error',
    code: 'circuit-no-steps',
    source: circuit.name,
    message: 'There are no steps to solve.',
    remedy: 'Ask for one step at least.',
  };
}

/** Turns solved steps into readings; the flows are compiled anew only when a tap has moved. */
class YearReader {
  readonly collector: ExtremesCollector;
  controlActions = 0;
  private readonly layout: ReadingLayout;
  private table: BranchFlowTable;
  private elements: CompiledCircuit['elements'];

  constructor(first: SeriesStep, series: SeriesOptions, settings: YearSettings) {
    this.elements = first.compiled.elements;
    this.table = new BranchFlowTable(first.compiled);
    const { busIds, busOfNode, numberOfNode } = first.compiled.nodes;
    const nodes = Array.from(busOfNode, (bus, row) => ({ busId: busIds[bus]!, node: numberOfNode[row]! }));
    this.layout = readingLayout(
      { ...first, nodes, branches: this.table.branches },
      settings.voltageReference,
    );
    this.collector = new ExtremesCollector(this.layout, {
      ...settings,
      stepS: series.stepS,
      stepCount: series.stepCount,
    });
  }

  add(step: SeriesStep): void {
    const { layout } = this;
    this.controlActions += step.actions.length;
    if (step.status !== 'converged') {
      this.collector.add(step.step - 1, noReading(layout));
      return;
    }
    if (step.compiled.elements !== this.elements) {
      this.elements = step.compiled.elements;
      this.table = new BranchFlowTable(step.compiled);
    }
    this.table.read(step.voltageRe, step.voltageIm);
    this.collector.add(step.step - 1, {
      vPu: supplyVoltagesPu(step, layout.points),
      unbalance: unbalanceFactors(step, layout.threePhase),
      loading: this.table.loading,
      lossW: this.table.lossW,
      totalLossW: this.table.totalLossW,
    });
  }
}
