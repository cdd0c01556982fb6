import type { District } from '../../model/district';
import type { Network } from '../../model/network';
import { takesPart } from '../adoption';
import { valuesOf, type MeasureDefinition } from '../definition';
import type { ValueOf } from '../work';

/** A measure in one network: asked element by element, then put in place at all that take part. */
export interface NetworkPlan {
  /** Why it cannot be taken here, in a sentence; null if it can. */
  readonly refusal: (elementId: string) => string | null;
  /** The network with the measure in place at these elements, in the network's order; asked only where nothing refuses. */
  readonly change: (elementIds: readonly string[]) => Network;
}

/** A measure that is taken at transformers, lines or the primary substation, each with one draw of its own. */
export interface NetworkMeasure extends Pick<
  MeasureDefinition,
  'type' | 'label' | 'adoptionOf' | 'changes' | 'parameters'
> {
  readonly target: 'transformer' | 'line' | 'source';
  readonly plan: (network: Network, district: District, valueOf: ValueOf) => NetworkPlan;
}

/**
 * `eligible`, `refusals` and `apply` from one plan. Whoever is refused is never changed; a plan that refuses what it has
 * changed is put in place once however often it is applied.
 */
export function networkMeasure({ plan, ...described }: NetworkMeasure): MeasureDefinition {
  const { parameters, target, type } = described;
  const idsOf = (network: Network): readonly string[] => elementsOf(network, target).map(({ id }) => id);
  const refusals: NonNullable<MeasureDefinition['refusals']> = (district, set) => {
    const { network } = district;
    if (network === null) return new Map();
    const { refusal } = plan(network, district, valuesOf(parameters, set));
    return new Map(
      idsOf(network).flatMap((id): [string, string][] => {
        const reason = refusal(id);
        return reason === null ? [] : [[id, reason]];
      }),
    );
  };
  return {
    ...described,
    group: 'network',
    effect: 'system',
    refusals,
    eligible(district) {
      if (district.network === null) return [];
      const refused = refusals(district);
      return idsOf(district.network).filter((id) => !refused.has(id));
    },
    apply(district, measure, seed, selected = () => true) {
      const { network } = district;
      if (network === null) return district;
      const asked = idsOf(network).filter(
        (id) => selected(id) && takesPart(seed, id, type, measure.adoption),
      );
      if (asked.length === 0) return district;
      const { refusal, change } = plan(network, district, valuesOf(parameters, measure.parameters));
      const reached = asked.filter((id) => refusal(id) === null);
      const changed = reached.length === 0 ? network : change(reached);
      return changed === network ? district : { ...district, network: changed };
    },
  };
}

interface Named {
  readonly id: string;
}

function elementsOf(network: Network, target: NetworkMeasure['target']): readonly Named[] {
  if (target === 'source') return network.sources;
  return target === 'line' ? network.lines : network.transformers;
}

/** Rows with those of the given ids replaced; the others keep their identity. */
export function replaced<Row extends Named>(
  rows: readonly Row[],
  ids: readonly string[],
  change: (row: Row) => Row,
): readonly Row[] {
  const asked = new Set(ids);
  return rows.map((row) => (asked.has(row.id) ? change(row) : row));
}

/**
 * Rows with one more: behind the last one that does not come after it by `isBefore`. With any total order the rows end up
 * in one order whichever of several was put in first.
 */
export function inserted<Row extends Named>(
  rows: readonly Row[],
  row: Row,
  isBefore: (a: Row, b: Row) => boolean,
): readonly Row[] {
  if (rows.some(({ id }) => id === row.id)) return rows;
  let at = rows.length;
  while (at > 0 && isBefore(row, rows[at - 1]!)) at -= 1;
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}
