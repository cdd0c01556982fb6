import type { ConstantFilms } from './constantFilms';

/**
 * One input of a zone network. Temperatures in degC; element, window and pane are indices into the model; `beamW` and
 * `diffuseW` are the sun that comes through the zone's windows, already without what the panes absorb.
 */
export type NetworkColumn =
  | { readonly kind: 'outdoorDegC' }
  | { readonly kind: 'skyDegC' }
  /** Ground behind one element. */
  | { readonly kind: 'groundDegC'; readonly element: number }
  /** Air and surfaces of a neighbouring zone, taken to be equally warm. */
  | { readonly kind: 'zoneDegC'; readonly zone: string }
  /** Mean irradiance of the element's opaque part and frames, W/m2. */
  | { readonly kind: 'sunWPerM2'; readonly element: number }
  | { readonly kind: 'paneW'; readonly element: number; readonly window: number; readonly pane: number }
  | { readonly kind: 'beamW' }
  | { readonly kind: 'diffuseW' }
  /** Radiation from inside: to every surface. */
  | { readonly kind: 'radiativeW' }
  /** Convective gains, and flows of air as power. */
  | { readonly kind: 'airW' }
  /** Plants, split by their convective share. */
  | { readonly kind: 'heatingW' }
  | { readonly kind: 'coolingW' };

export function columnKey(column: NetworkColumn): string {
  switch (column.kind) {
    case 'groundDegC':
    case 'sunWPerM2':
      return `${column.kind}/${column.element}`;
    case 'zoneDegC':
      return `${column.kind}/${column.zone}`;
    case 'paneW':
      return `${column.kind}/${column.element}/${column.window}/${column.pane}`;
    default:
      return column.kind;
  }
}

/** A chain that touches a zone, and whether the zone is behind its outer end. */
export interface TouchingChain {
  readonly chain: number;
  readonly far: boolean;
}

export function chainsAt({ building }: ConstantFilms, zone: number): TouchingChain[] {
  const touching: TouchingChain[] = [];
  building.chains.forEach(({ inner, outer }, chain) => {
    if (inner.zone === zone) touching.push({ chain, far: false });
    else if (outer.kind === 'inside' && outer.zone === zone) touching.push({ chain, far: true });
  });
  return touching;
}

/** Input columns of a zone's network, in their order. Indoor powers are the last four. */
export function networkColumns(films: ConstantFilms, zoneId: string): readonly NetworkColumn[] {
  const { chains, model } = films.building;
  const zone = model.zones.findIndex(({ id }) => id === zoneId);
  const columns: NetworkColumn[] = [{ kind: 'outdoorDegC' }, { kind: 'skyDegC' }];
  const seen = new Set<string>();
  const add = (column: NetworkColumn): void => {
    if (!seen.has(columnKey(column))) columns.push(column);
    seen.add(columnKey(column));
  };
  for (const { chain, far } of chainsAt(films, zone)) {
    const { outer, inner, element, window, outsideAbsorptance, paneSun } = chains[chain]!;
    if (outer.kind === 'ground') add({ kind: 'groundDegC', element });
    if (outer.kind === 'inside') {
      add({ kind: 'zoneDegC', zone: model.zones[far ? inner.zone : outer.zone]!.id });
    }
    if (outsideAbsorptance > 0) add({ kind: 'sunWPerM2', element });
    for (const { pane } of paneSun) add({ kind: 'paneW', element, window, pane });
  }
  add({ kind: 'beamW' });
  add({ kind: 'diffuseW' });
  for (const kind of ['radiativeW', 'airW', 'heatingW', 'coolingW'] as const) add({ kind });
  return columns;
}
