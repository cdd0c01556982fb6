import type { Issue } from '../../../model/outcome';
import type { ZoneNetwork } from '../multinode/network';

/** Conductances may differ from their mirror images by rounding. */
const SYMMETRY = 1e-12;

function issue(code: string, where: string, value: number | string, message: string, remedy: string): Issue {
  return {
    severity: 'error',
    code,
    source: 'zone network',
    where,
    value: String(value),
    message,
    remedy,
  };
}

/** Every reason why a network is not a physical one. */
export function networkIssues(network: ZoneNetwork): Issue[] {
  const { nodeCount: n, inputCount, capacityJPerK, conductanceWPerK, lossWPerK, input, airNode } = network;
  const sizes: readonly (readonly [name: string, length: number, wanted: number])[] = [
    ['capacityJPerK', capacityJPerK.length, n],
    ['conductanceWPerK', conductanceWPerK.length, n * n],
    ['lossWPerK', lossWPerK.length, n],
    ['input', input.length, n * inputCount],
  ];
  const issues = sizes
    .filter(([, length, wanted]) => length !== wanted)
    .map(([name, length, wanted]) =>
      issue('network-size', name, length, `${wanted} numbers are needed.`, 'Assemble the network again.'),
    );
  if (!(Number.isInteger(airNode) && airNode >= 0 && airNode < n))
    issues.push(
      issue('network-air', 'airNode', airNode, 'There is no such node.', 'Name a row of the network.'),
    );
  if (issues.length > 0) return issues;
  const negative = (name: string, values: Float64Array): void => {
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at]!;
      if (value >= 0 && value < Infinity) continue;
      const message = 'Capacities and conductances are finite and not negative.';
      issues.push(issue('network-value', `${name}[${at}]`, value, message, 'Correct the layers or areas.'));
    }
  };
  negative('capacityJPerK', capacityJPerK);
  negative('conductanceWPerK', conductanceWPerK);
  negative('lossWPerK', lossWPerK);
  for (let at = 0; at < input.length; at += 1) {
    const value = input[at]!;
    if (Number.isFinite(value)) continue;
    issues.push(issue('network-value', `input[${at}]`, value, 'Not a number.', 'Correct the inputs.'));
  }
  return issues.length > 0 ? issues : asymmetry(network);
}

function asymmetry({ nodeCount: n, conductanceWPerK: k }: ZoneNetwork): Issue[] {
  const issues: Issue[] = [];
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const there = k[i * n + j]!;
      const back = k[j * n + i]!;
      if (Math.abs(there - back) <= SYMMETRY * Math.max(there, back)) continue;
      const message = 'Heat flows by the same conductance both ways.';
      issues.push(
        issue('network-symmetry', `${i}, ${j}`, there - back, message, 'Enter the conductance twice.'),
      );
    }
  }
  return issues;
}

export function cutOff(node: number): Issue {
  const message = 'The node stores nothing and is connected to nothing that does.';
  return issue('network-cut-off', `node ${node}`, 0, message, 'Connect it, or leave it out.');
}

export function drifting(mode: number): Issue {
  const message =
    'A constant power heats a part of the zone that no boundary cools: there is no steady state.';
  return issue('network-drift', `mode ${mode}`, 0, message, 'Connect the part, or drop the constant.');
}
