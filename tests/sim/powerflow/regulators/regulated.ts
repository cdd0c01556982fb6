import type { Network } from '../../../../src/model/network';
import type { VoltageRegulator } from '../../../../src/model/voltageRegulator';
import { NETWORK_SETTINGS, solveNetwork } from '../../../../src/sim/powerflow/network';
import { compiled, type Case } from '../networks';
import { networkFlows, type StepFlows } from '../solvedCase';

/** Nine positions of 2.5 %. */
export const NINE: VoltageRegulator = {
  stepPercent: 2.5,
  minTap: -4,
  maxTap: 4,
  setPointPu: 1,
  bandPu: 0.035,
};

export type Regulators = Readonly<Record<string, VoltageRegulator>>;

/** The network with regulators at some transformers and lines, by id. */
export function withRegulators(network: Network, regulators: Regulators): Network {
  return {
    ...network,
    lines: network.lines.map((line) => {
      const voltageRegulator = regulators[line.id];
      return voltageRegulator === undefined ? line : { ...line, voltageRegulator };
    }),
    transformers: network.transformers.map((one) => {
      const onLoadTapChanger = regulators[one.id];
      return onLoadTapChanger === undefined ? one : { ...one, onLoadTapChanger };
    }),
  };
}

export interface RegulatedStep extends StepFlows {
  /** Position of each regulator by the id of its branch. */
  readonly taps: Readonly<Record<string, number>>;
  readonly vPu: (busId: string) => readonly number[];
}

/** Every step of a case whose loads are multiplied by a number a step, at the settings of a year. */
export function solveRegulated(
  { network, connections, pW, qVar, storageW }: Case,
  multipliers: readonly number[],
): RegulatedStep[] {
  const net = compiled(network, connections);
  const times = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: values.length * multipliers.length }, (_, k) => {
      const step = k % multipliers.length;
      return values[(k - step) / multipliers.length]! * multipliers[step]!;
    });
  const loads = { netPW: times(pW), netQVar: times(qVar), storageNetW: times(storageW) };
  const ids = net.regulators?.branchIds ?? [];
  const taps: Record<string, number>[] = [];
  solveNetwork(net, loads, multipliers.length, (steps) => {
    for (let step = 0; step < steps.stepCount; step++)
      taps.push(Object.fromEntries(ids.map((id, row) => [id, steps.tap(row, step)])));
  });
  return networkFlows(net, loads, multipliers.length, NETWORK_SETTINGS).map((flows, step) => ({
    ...flows,
    taps: taps[step]!,
    vPu: (busId) => {
      const row = net.busIds.indexOf(busId);
      return [0, 1, 2].map((phase) => flows.vMagPu[3 * row + phase]!);
    },
  }));
}

export const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;
