import type { BuildingModel, Element, SurfaceFinish, Window } from '../../../model/buildingModel/types';
import { cos, RAD_PER_DEG, sin } from '../../numeric/elementary';
import { windowOptics, type WindowOptics } from '../glazing';
import type { Chain, InsideEnd, OuterEnd, PaneShare } from './chain';
import { windowRoomSide } from './films/natural';
import { windExposure, windShare } from './films/outside';
import { outsideView } from './films/radiation';
import { cellsOf } from './layers';

export const DEFAULT_FINISH: SurfaceFinish = { solarAbsorptance: 0.6, emissivity: 0.9 };

/** Resistance between outermost and innermost film of a frame: EN 673's films are part of its U-value. */
const FRAME_FILMS_M2K_PER_W = 0.17;
const LEAST_FRAME_M2K_PER_W = 0.001;

interface Context {
  readonly model: BuildingModel;
  readonly zoneOf: ReadonlyMap<string, number>;
  readonly opticsOf: ReadonlyMap<string, WindowOptics>;
  readonly tallestWallM: number;
  readonly cellStepS: number;
}

const upright = (element: Element): number => element.heightM * sin(element.tiltDeg * RAD_PER_DEG);

/** Chains of a model whose references hold, in the order of its elements: opaque part, then glass and frame per window. */
export function chainsOf(model: BuildingModel, cellStepS: number): Chain[] {
  const context: Context = {
    model,
    zoneOf: new Map(model.zones.map(({ id }, index) => [id, index])),
    opticsOf: new Map((model.glazings ?? []).map((glazing) => [glazing.id, windowOptics(glazing)])),
    tallestWallM: Math.max(0, ...model.elements.map(upright)),
    cellStepS,
  };
  return model.elements.flatMap((element, index) => elementChains(element, index, context));
}

function elementChains(element: Element, index: number, context: Context): Chain[] {
  const windows = element.windows ?? [];
  const windowAreaM2 = windows.reduce((sum, { widthM, heightM }) => sum + widthM * heightM, 0);
  const opaqueAreaM2 = element.widthM * element.heightM - windowAreaM2;
  const chains: Chain[] = [];
  if (opaqueAreaM2 > 1e-9) chains.push(opaqueChain(element, index, opaqueAreaM2, context));
  windows.forEach((window, k) => {
    const areaM2 = window.widthM * window.heightM;
    const frameShare = window.frame?.areaShare ?? 0;
    const glass = areaM2 * (1 - frameShare);
    if (glass > 0) chains.push(glassChain(element, index, k, glass, context));
    if (frameShare > 0) chains.push(frameChain(element, index, k, areaM2 * frameShare, context));
  });
  return chains;
}

function insideEnd(element: Element, zone: number, far: boolean): InsideEnd {
  const finish = (far ? element.outside : element.inside) ?? DEFAULT_FINISH;
  const fixed = far ? element.films?.outsideConvectionWPerM2K : element.films?.insideConvectionWPerM2K;
  const outward = cos(element.tiltDeg * RAD_PER_DEG);
  return {
    kind: 'inside',
    zone,
    cosTilt: far ? outward : -outward,
    emissivity: finish.emissivity,
    solarAbsorptance: finish.solarAbsorptance,
    plane: `${element.id}/${far ? 'outer' : 'inner'}`,
    planeAreaM2: element.widthM * element.heightM,
    ...(fixed !== undefined && { fixedConvectionWPerM2K: fixed }),
  };
}

function outerEnd(element: Element, context: Context, groundConductance: number): OuterEnd {
  const { boundary } = element;
  switch (boundary.kind) {
    case 'adiabatic':
      return { kind: 'adiabatic' };
    case 'ground':
      return { kind: 'ground', tempDegC: boundary.tempDegC, conductanceWPerM2K: groundConductance };
    case 'zone':
      return insideEnd(element, context.zoneOf.get(boundary.zone)!, true);
    case 'outdoors':
      return outdoorsEnd(element, context);
  }
}

function outdoorsEnd(element: Element, { model, tallestWallM }: Context, emissivity?: number): OuterEnd {
  const boundary = element.boundary.kind === 'outdoors' ? element.boundary : undefined;
  const finish = element.outside ?? DEFAULT_FINISH;
  const cosTilt = cos(element.tiltDeg * RAD_PER_DEG);
  const facesUp = cosTilt > 1e-6;
  const centreM = element.centreHeightM ?? (facesUp ? tallestWallM : 0) + upright(element) / 2;
  const share = windShare(centreM, model.terrain ?? 'suburbs');
  const fixed = element.films?.outsideConvectionWPerM2K;
  // Glass has its own emissivity and is very smooth.
  const roughness = emissivity === undefined ? (finish.roughness ?? 'rough') : 'verySmooth';
  return {
    kind: 'outdoors',
    cosTilt,
    emissivity: emissivity ?? finish.emissivity,
    view: outsideView(element.tiltDeg, boundary?.skyViewShare),
    wind: windExposure(share, roughness, cosTilt, boundary?.wind ?? true),
    ...(fixed !== undefined && { fixedConvectionWPerM2K: fixed }),
  };
}

const conductances = (resistances: readonly number[]): number[] =>
  resistances.map((r) => 1 / Math.max(r, 1e-6));

function opaqueChain(element: Element, index: number, areaM2: number, context: Context): Chain {
  const { layers } = context.model.constructions.find(({ id }) => id === element.construction)!;
  const cells = cellsOf(layers, context.cellStepS);
  const links = conductances(cells.resistanceM2KPerW);
  const ground = element.boundary.kind === 'ground';
  const sunny = element.boundary.kind === 'outdoors' && (element.boundary.sun ?? true);
  return {
    part: 'opaque',
    element: index,
    window: -1,
    areaM2,
    capacityJPerM2K: [...(ground ? [] : [0]), ...cells.capacityJPerM2K, 0],
    linkWPerM2K: ground ? links.slice(1) : links,
    cavities: [],
    outsideAbsorptance: sunny ? (element.outside ?? DEFAULT_FINISH).solarAbsorptance : 0,
    paneSun: [],
    outer: outerEnd(element, context, links[0]!),
    inner: insideEnd(element, context.zoneOf.get(element.zone)!, false),
  };
}

/** Two faces a pane, its absorbed sun half at each; without capacity. README eq. 3. */
function glassChain(element: Element, index: number, k: number, areaM2: number, context: Context): Chain {
  const window: Window = element.windows![k]!;
  const optics = context.opticsOf.get(window.glazing)!;
  const links: number[] = [];
  const paneSun: PaneShare[] = [];
  optics.panes.forEach((pane, number) => {
    links.push(pane.conductanceWPerM2K, 0);
    paneSun.push(
      { node: 2 * number, pane: number, share: 0.5 },
      { node: 2 * number + 1, pane: number, share: 0.5 },
    );
  });
  links.pop();
  const { diffuseFromInside } = optics;
  const { heightM } = window;
  const { tiltDeg } = element;
  return {
    part: 'glass',
    element: index,
    window: k,
    areaM2,
    capacityJPerM2K: new Array<number>(2 * optics.panes.length).fill(0),
    linkWPerM2K: links,
    cavities: optics.cavities.map((cavity, gap) => ({ link: 2 * gap + 1, cavity, tiltDeg, heightM })),
    outsideAbsorptance: 0,
    paneSun,
    backDiffuse: {
      absorptance: diffuseFromInside.absorptance,
      transmittance: diffuseFromInside.transmittance,
    },
    outer: outdoorsEnd(element, context, optics.panes[0]!.emissivityFront),
    inner: {
      ...insideEnd(element, context.zoneOf.get(element.zone)!, false),
      emissivity: optics.panes.at(-1)!.emissivityBack,
      solarAbsorptance: 1 - diffuseFromInside.reflectance,
      pane: windowRoomSide(tiltDeg, heightM),
    },
  };
}

function frameChain(element: Element, index: number, k: number, areaM2: number, context: Context): Chain {
  const { uValueWPerM2K } = element.windows![k]!.frame!;
  const resistance = Math.max(1 / uValueWPerM2K - FRAME_FILMS_M2K_PER_W, LEAST_FRAME_M2K_PER_W);
  return {
    part: 'frame',
    element: index,
    window: k,
    areaM2,
    capacityJPerM2K: [0, 0],
    linkWPerM2K: [1 / resistance],
    cavities: [],
    outsideAbsorptance: (element.outside ?? DEFAULT_FINISH).solarAbsorptance,
    paneSun: [],
    outer: outdoorsEnd(element, context),
    inner: insideEnd(element, context.zoneOf.get(element.zone)!, false),
  };
}
