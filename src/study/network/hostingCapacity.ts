import type { Circuit } from '../../model/circuit';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import { busSupply, solveWithAdded } from './addedPower';
import { searchCapacity, type Capacity } from './capacitySearch';
import type { FeedTree } from './feedTree';
import type { HostedTechnology } from './hostedTechnology';
import { HostingAllocation, hostingSites, type HostingPlace } from './hostingAllocation';
import { constraintTable, violations, type NetworkLimits, type Violation } from './limits';
import { isSolved, type SolveCircuit } from './solver';

export interface HostingSettings {
  readonly limits: NetworkLimits;
  readonly seed: number;
  /** Random allocations; one is enough for three-phase units at a bus. */
  readonly draws: number;
  readonly maxW: number;
  /** Width of the bracket that the search ends with; the answer is its lower end. */
  readonly resolutionW: number;
}

export interface HostingDraw extends Capacity {
  readonly draw: number;
}

/** Under what the figure holds: hosting capacity is no property of a network alone. */
export interface HostingConditions {
  readonly limits: NetworkLimits;
  readonly technology: HostedTechnology;
  readonly controls: Circuit['study']['controls'];
  readonly loadMultiplier: number;
  readonly sites: number;
  readonly seed: number;
  readonly draws: number;
  readonly resolutionW: number;
  /** Limits already exceeded without any addition; only their getting worse counts. */
  readonly existing: readonly Violation[];
  readonly notes: readonly string[];
}

/**
 * Added power that a place takes at one step without a violation, over random allocations (after EPRI 1026640): the smallest
 * (whatever the allocation), the median (lower one of two) and the largest. Always a screening: one step, no reinforcement,
 * no protection, no flicker.
 */
export interface HostingCapacity {
  readonly place: HostingPlace;
  readonly label: 'screening';
  readonly smallest: HostingDraw;
  readonly median: HostingDraw;
  readonly largest: HostingDraw;
  /** What stopped the draws, most frequent first. */
  readonly bindings: readonly { readonly binding: Violation | undefined; readonly draws: number }[];
  readonly draws: readonly HostingDraw[];
  readonly conditions: HostingConditions;
}

const NOTES = [
  'Power added at the same time at the step that was studied; loads and controls as in the circuit.',
  'First violation as found between amounts that were solved: an earlier one that more units mended again can be missed.',
] as const;

export function hostingCapacity(
  circuit: Circuit,
  tree: FeedTree,
  place: HostingPlace,
  technology: HostedTechnology,
  solve: SolveCircuit,
  settings: HostingSettings,
): Outcome<HostingCapacity> {
  const sites = hostingSites(circuit, tree, place);
  if (sites.length === 0) return fail([noSites(circuit.name, place)]);
  const solved = solve(circuit);
  if (!solved.ok) return solved;
  if (!isSolved(solved.value)) return fail([noBase(circuit.name, solved.value.status)]);
  const { limits, maxW, resolutionW } = settings;
  const base = constraintTable(solved.value, limits);
  const supply = busSupply(tree.topology, solved.value);
  const draws: HostingDraw[] = [];
  for (let draw = 0; draw < settings.draws; draw += 1) {
    const allocation = new HostingAllocation(sites, technology, settings.seed, draw);
    const solveAt = (addedW: number) => solveWithAdded(circuit, allocation.powers(addedW), supply, solve);
    const capacity = searchCapacity({ solveAt, base, limits, maxW, resolutionW });
    if (!capacity.ok) return capacity;
    draws.push({ draw, ...capacity.value });
  }
  const sorted = [...draws].sort((a, b) => a.capacityW - b.capacityW || a.draw - b.draw);
  return succeed(
    {
      place,
      label: 'screening',
      smallest: sorted[0]!,
      median: sorted[(sorted.length - 1) >> 1]!,
      largest: sorted[sorted.length - 1]!,
      bindings: tally(draws),
      draws,
      conditions: {
        limits,
        technology,
        controls: circuit.study.controls,
        loadMultiplier: circuit.study.loadMultiplier,
        sites: sites.length,
        seed: settings.seed,
        draws: settings.draws,
        resolutionW,
        existing: violations(base),
        notes: NOTES,
      },
    },
    solved.issues,
  );
}

function tally(draws: readonly HostingDraw[]): HostingCapacity['bindings'] {
  const counts = new Map<string, { binding: Violation | undefined; draws: number }>();
  for (const { binding } of draws) {
    const key = binding === undefined ? '' : `${binding.kind}/${binding.elementId}`;
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, { binding, draws: 1 });
    else entry.draws += 1;
  }
  return [...counts.values()].sort((a, b) => b.draws - a.draws);
}

function noSites(source: string, place: HostingPlace): Issue {
  const where = place.kind === 'bus' ? place.busId : place.branchId;
  return {
    severity: 'error',
    code: 'hosting-no-site',
    source,
    where,
    message: `There is no customer with supply at ${place.kind} ${where}.`,
    remedy: 'Choose a bus with supply, or a branch that feeds loads.',
  };
}

function noBase(source: string, status: string): Issue {
  return {
    severity: 'error',
    code: 'hosting-no-base',
    source,
    value: status,
    message: 'The power flow has no solution even without an addition.',
    remedy: 'Look at the loads and voltages of the circuit first.',
  };
}
