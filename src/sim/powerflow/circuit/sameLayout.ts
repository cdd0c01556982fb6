import type { Circuit, CircuitCapacitor, CircuitTransformer } from '../../../model/circuit';

/**
 * Nothing but taps and switched steps differs: the same things stand on the same nodes with the same ratings, so nodes,
 * what the sources feed, bases and injection rows are the same too. Unchanged elements are the same objects.
 */
export function sameLayout(a: Circuit, b: Circuit): boolean {
  return (
    a.buses === b.buses &&
    a.sources === b.sources &&
    a.lines === b.lines &&
    a.reactors === b.reactors &&
    a.loads === b.loads &&
    a.generators === b.generators &&
    pairwise(a.transformers, b.transformers, sameTransformer) &&
    pairwise(a.capacitors, b.capacitors, sameCapacitor)
  );
}

function pairwise<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((x, k) => x === b[k] || same(x, b[k]!));
}

function sameTransformer(a: CircuitTransformer, b: CircuitTransformer): boolean {
  return (
    a.id === b.id &&
    a.phases === b.phases &&
    a.enabled === b.enabled &&
    a.deltaRotation === b.deltaRotation &&
    pairwise(
      a.windings,
      b.windings,
      (x, y) =>
        x.terminal === y.terminal &&
        x.connection === y.connection &&
        x.reversed === y.reversed &&
        x.series === y.series &&
        x.ratedVoltageV === y.ratedVoltageV,
    )
  );
}

const sameCapacitor = (a: CircuitCapacitor, b: CircuitCapacitor): boolean =>
  a.id === b.id &&
  a.enabled === b.enabled &&
  a.terminal === b.terminal &&
  a.returnTerminal === b.returnTerminal &&
  (feedsNothing(a) || conducts(a) === conducts(b));

/** Between phases and earth: whatever stands on it is fed by others. */
const feedsNothing = ({ terminal, returnTerminal }: CircuitCapacitor): boolean =>
  terminal.nodes.every((node) => node <= 3) && returnTerminal.nodes.every((node) => node === 0);

const conducts = ({ steps }: CircuitCapacitor): boolean =>
  steps.some(({ closed, qVar }) => closed && qVar !== 0);
