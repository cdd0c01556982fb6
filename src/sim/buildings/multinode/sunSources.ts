import type { ElementSun } from '../solar';
import type { CompiledBuilding } from './compile';

/** One column of sun and where it heats: node and W per unit. */
interface SunTerm {
  readonly values: Float64Array;
  readonly nodes: Int32Array;
  readonly factors: Float64Array;
}

/** All sun of a building by the nodes that it heats, [hour] columns. README eq. 10. */
export type SunSources = readonly SunTerm[];

function termOf(
  values: Float64Array,
  targets: readonly (readonly [node: number, factor: number])[],
): SunTerm {
  return {
    values,
    nodes: Int32Array.from(targets, ([node]) => node),
    factors: Float64Array.from(targets, ([, factor]) => factor),
  };
}

const sumOf = (columns: readonly Float64Array[]): Float64Array => {
  const total = new Float64Array(columns[0]!.length);
  for (const column of columns) column.forEach((value, i) => (total[i]! += value));
  return total;
};

export function sunSources(building: CompiledBuilding, sun: readonly ElementSun[]): SunSources {
  const { chains, firstNode } = building;
  const terms: SunTerm[] = [];
  chains.forEach(({ element, window, areaM2, outsideAbsorptance, paneSun }, c) => {
    const first = firstNode[c]!;
    if (outsideAbsorptance > 0) {
      terms.push(termOf(sun[element]!.opaqueWPerM2, [[first, areaM2 * outsideAbsorptance]]));
    }
    const panes = new Set(paneSun.map(({ pane }) => pane));
    for (const pane of panes) {
      const targets = paneSun.filter((each) => each.pane === pane);
      terms.push(
        termOf(
          sun[element]!.windows[window]!.absorbedW[pane]!,
          targets.map(({ node, share }) => [first + node, share]),
        ),
      );
    }
  });
  building.interiorSun.forEach(({ shares }, zone) => {
    const windows = chains
      .filter(({ part, inner }) => part === 'glass' && inner.zone === zone)
      .map(({ element, window }) => sun[element]!.windows[window]!);
    if (windows.length === 0) return;
    const at = (share: { chain: number; node: number }): number => firstNode[share.chain]! + share.node;
    terms.push(
      termOf(
        sumOf(windows.map(({ beamTransmittedW }) => beamTransmittedW)),
        shares.map((share) => [at(share), share.beam]),
      ),
      termOf(
        sumOf(windows.map(({ diffuseTransmittedW }) => diffuseTransmittedW)),
        shares.map((share) => [at(share), share.diffuse]),
      ),
    );
  });
  return terms;
}

/** Absorbed sun of every node in one hour, W. */
export function fillSun(terms: SunSources, hour: number, sourceW: Float64Array): void {
  sourceW.fill(0);
  for (const { values, nodes, factors } of terms) {
    const value = values[hour]!;
    if (value === 0) continue;
    for (let k = 0; k < nodes.length; k += 1) sourceW[nodes[k]!]! += value * factors[k]!;
  }
}
