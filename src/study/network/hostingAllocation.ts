import type { Circuit } from '../../model/circuit';
import { randomKey, uniform } from '../../sim/numeric/random';
import type { AddedPower } from './addedPower';
import { busesBehind, type FeedTree } from './feedTree';
import { reactivePowerVar, type HostedTechnology } from './hostedTechnology';

/** A bus, or all customers behind a branch. */
export type HostingPlace =
  { readonly kind: 'bus'; readonly busId: string } | { readonly kind: 'feeder'; readonly branchId: string };

/** Where one unit could stand. */
export interface HostingSite {
  /** Load or bus id; with the seed it decides the draw. */
  readonly id: string;
  readonly busId: string;
  /** Phases with supply that a unit may use. */
  readonly phases: readonly number[];
}

/** Sites of a place: the bus itself, or every load behind the branch. Places without supply have none. */
export function hostingSites(circuit: Circuit, tree: FeedTree, place: HostingPlace): HostingSite[] {
  const phasesAt = (busId: string): readonly number[] =>
    tree.topology.fedPhases[tree.topology.rowOfBus.get(busId) ?? -1] ?? [];
  if (place.kind === 'bus') {
    const phases = phasesAt(place.busId);
    return phases.length > 0 ? [{ id: place.busId, busId: place.busId, phases }] : [];
  }
  const behind = new Set(busesBehind(tree, place.branchId));
  return circuit.loads.flatMap((load) => {
    if (!load.enabled || !behind.has(load.terminal.busId)) return [];
    const fed = phasesAt(load.terminal.busId);
    // A customer with one phase has no other to connect to.
    const phases = load.terminal.nodes.filter((node) => node >= 1 && node <= 3 && fed.includes(node));
    return phases.length > 0 ? [{ id: load.id, busId: load.terminal.busId, phases }] : [];
  });
}

/**
 * The n-th unit of a draw, for any n: rounds over all sites in an order of the draw, a phase drawn for each. Depends on
 * (seed, draw, site, round) only, so more units never move those before, and a new customer moves nobody's phase.
 */
export class HostingAllocation {
  private readonly order: readonly HostingSite[];

  constructor(
    sites: readonly HostingSite[],
    private readonly technology: HostedTechnology,
    private readonly seed: number,
    private readonly draw: number,
  ) {
    const rank = (site: HostingSite): number =>
      uniform(randomKey(seed, site.id, `hosting-order-${technology.id}`), draw);
    const ranked = sites.map((site) => ({ site, rank: rank(site) }));
    ranked.sort((a, b) => a.rank - b.rank || (a.site.id < b.site.id ? -1 : 1));
    this.order = ranked.map(({ site }) => site);
  }

  /** Units up to this much power; the last one is cut so that the amount is exact. */
  powers(addedW: number): AddedPower[] {
    const { unitW, direction, powerFactor } = this.technology;
    const powers: AddedPower[] = [];
    for (let unit = 0; unit * unitW < addedW; unit += 1) {
      const pW = Math.min(unitW, addedW - unit * unitW);
      const site = this.order[unit % this.order.length]!;
      const phases = this.phasesOf(site, Math.floor(unit / this.order.length));
      powers.push({
        busId: site.busId,
        phases,
        direction,
        pW,
        qVar: reactivePowerVar(direction, pW, powerFactor),
      });
    }
    return powers;
  }

  private phasesOf(site: HostingSite, round: number): readonly number[] {
    if (this.technology.connection === 'threePhase' && site.phases.length === 3) return site.phases;
    const key = randomKey(this.seed, `${site.id}/${round}`, `hosting-phase-${this.technology.id}`);
    return [site.phases[Math.floor(uniform(key, this.draw) * site.phases.length)]!];
  }
}
