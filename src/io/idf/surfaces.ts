import type { BuildingModel, Construction, Element, Window } from '../../model/buildingModel/types';
import type { ConstructionBook } from './constructions';
import type { Field, IdfDocument } from './document';
import { writeGlazing } from './glazings';
import { groundTemperatures } from './ground';
import { layoutOf, plate, rectangle, type PlacedElement, type Vertex } from './layout';
import type { ScheduleBook } from './schedules';
import { writeFilms, writeSkyView } from './surfaceProperties';

/** Films of EN 673, part of a frame's declared U-value, m2 K/W, and the least that is left; as the reference solver takes it. */
const FRAME_FILMS = 0.17;
const LEAST_FRAME = 0.001;
const LEAST_OPAQUE_SHARE = 0.005;

export interface Writing {
  readonly document: IdfDocument;
  readonly model: BuildingModel;
  readonly constructions: ConstructionBook;
  readonly schedules: ScheduleBook;
  /** Of the air: that of ground whose temperature the model leaves to the weather; NaN without weather. */
  readonly annualMeanDegC: number;
}

interface Behind {
  readonly condition: string;
  readonly object: string;
  readonly sun: boolean;
  readonly wind: boolean;
}

/** All elements in space, with their windows, frames and shades. */
export function writeSurfaces(writing: Writing): void {
  const { document, model, constructions } = writing;
  const { placed, gapM } = layoutOf(model);
  if (gapM > 0) {
    document.report('note', 'idf-spread', 'elements', {
      message: `The elements stand ${gapM} m apart, so that shades fall on their own element only.`,
      remedy: 'Nothing to do; the model has no positions, only sizes and directions.',
    });
  }
  const glazed = new Map(
    (model.glazings ?? []).map((glazing) => [glazing.id, writeGlazing(glazing, document, constructions)]),
  );
  for (const each of placed) writeElement(each, writing, glazed);
}

function writeElement(placed: PlacedElement, writing: Writing, glazed: ReadonlyMap<string, string>): void {
  const { element } = placed;
  const { document, constructions } = writing;
  const construction = writing.model.constructions.find(({ id }) => id === element.construction)!;
  const name = surfaceName(document, element);
  const corners = rectangle(placed, 0, 0, element.widthM, element.heightM);
  if (element.boundary.kind === 'zone') {
    writePartition(element, construction, corners, writing);
  } else {
    const { outside, inside } = element;
    const layers =
      element.boundary.kind === 'adiabatic'
        ? constructions.adiabatic(construction, inside)
        : constructions.opaque(construction, { outside, inside });
    writeSurface(name, element.zone, element.tiltDeg, layers, behind(element, writing), corners, document);
    writeFilms(document, name, element.films);
    writeSkyView(writing, name, element);
  }
  for (const window of element.windows ?? []) writeWindow(placed, window, name, writing, glazed);
  reportOpaquePart(element, document);
  (element.shades ?? []).forEach((shade, index) => {
    const key = `${element.id}/shade ${index}`;
    document.object(
      'Shading:Zone:Detailed',
      ['Name', document.name('surface', key, `${element.id} ${shade.kind} ${index + 1}`)],
      ['Base Surface Name', name],
      ['Transmittance Schedule Name', ''],
      ...vertexFields(plate(placed, shade)),
    );
  });
}

const surfaceName = (document: IdfDocument, { id }: Element): string =>
  document.name('surface', `element/${id}`, id);

/** What EnergyPlus puts the transmitted beam on is a floor: as in the reference solver, what faces down by more than 30 degrees. */
function surfaceType(tiltDeg: number, condition: string): string {
  if (tiltDeg > 120) return 'Floor';
  if (tiltDeg >= 60) return 'Wall';
  return condition === 'Outdoors' ? 'Roof' : 'Ceiling';
}

function behind({ boundary, id }: Element, writing: Writing): Behind {
  if (boundary.kind === 'outdoors') {
    return { condition: 'Outdoors', object: '', sun: boundary.sun ?? true, wind: boundary.wind ?? true };
  }
  const still = { sun: false, wind: false };
  if (boundary.kind !== 'ground') return { condition: 'Adiabatic', object: '', ...still };
  return {
    condition: 'OtherSideCoefficients',
    object: groundTemperatures(boundary.tempDegC, id, writing),
    ...still,
  };
}

function writeSurface(
  name: string,
  zone: string,
  tiltDeg: number,
  construction: string,
  { condition, object, sun, wind }: Behind,
  corners: readonly Vertex[],
  document: IdfDocument,
): void {
  document.object(
    'BuildingSurface:Detailed',
    ['Name', name],
    ['Surface Type', surfaceType(tiltDeg, condition)],
    ['Construction Name', construction],
    ['Zone Name', document.name('zone', zone, zone)],
    ['Space Name', ''],
    ['Outside Boundary Condition', condition],
    ['Outside Boundary Condition Object', object],
    ['Sun Exposure', sun ? 'SunExposed' : 'NoSun'],
    ['Wind Exposure', wind ? 'WindExposed' : 'NoWind'],
    ['View Factor to Ground', 'autocalculate'],
    ...vertexFields(corners),
  );
}

/** A pair of surfaces in the same place that face away from each other. */
function writePartition(
  element: Element,
  construction: Construction,
  corners: readonly Vertex[],
  { document, constructions }: Writing,
): void {
  if (element.boundary.kind !== 'zone') return;
  const { outside, inside, tiltDeg, films = {} } = element;
  const [near, far] = constructions.partition(construction, { outside, inside });
  const name = surfaceName(document, element);
  const other = document.name('surface', `far/${element.id}`, `${element.id} far side`);
  const [a, b, c, d] = corners as [Vertex, Vertex, Vertex, Vertex];
  const still = { condition: 'Surface', sun: false, wind: false };
  writeSurface(name, element.zone, tiltDeg, near, { ...still, object: other }, corners, document);
  writeSurface(
    other,
    element.boundary.zone,
    180 - tiltDeg,
    far,
    { ...still, object: name },
    [d, c, b, a],
    document,
  );
  const { insideConvectionWPerM2K: nearFilm, outsideConvectionWPerM2K: farFilm } = films;
  if (nearFilm !== undefined) writeFilms(document, name, { insideConvectionWPerM2K: nearFilm });
  if (farFilm !== undefined) writeFilms(document, other, { insideConvectionWPerM2K: farFilm });
}

/**
 * Glass and frame side by side, at full height, by the frame's share of the area: the glass keeps its height for convection and
 * for the shadow of an overhang. The frame is an opaque sub-surface.
 */
function writeWindow(
  placed: PlacedElement,
  window: Window,
  wall: string,
  writing: Writing,
  glazed: ReadonlyMap<string, string>,
): void {
  const { document, constructions } = writing;
  const { element } = placed;
  const share = window.frame?.areaShare ?? 0;
  const glassM = window.widthM * (1 - share);
  const part = (
    key: string,
    wanted: string,
    type: string,
    construction: string,
    fromM: number,
    widthM: number,
  ): void => {
    const name = document.name('surface', `${element.id}/${window.id}/${key}`, wanted);
    document.object(
      'FenestrationSurface:Detailed',
      ['Name', name],
      ['Surface Type', type],
      ['Construction Name', construction],
      ['Building Surface Name', wall],
      ['Outside Boundary Condition Object', ''],
      ['View Factor to Ground', 'autocalculate'],
      ['Frame and Divider Name', ''],
      ['Multiplier', 1],
      ...vertexFields(rectangle(placed, window.xM + fromM, window.zM, widthM, window.heightM)),
    );
    writeFilms(document, name, element.films);
    writeSkyView(writing, name, element);
  };
  if (share < 1) part('glass', window.id, 'Window', glazed.get(window.glazing)!, 0, glassM);
  if (window.frame && share > 0) {
    const resistance = Math.max(1 / window.frame.uValueWPerM2K - FRAME_FILMS, LEAST_FRAME);
    const id = `frame ${Math.round(window.frame.uValueWPerM2K * 1000) / 1000}`;
    const { outside, inside } = element;
    const layers = { id, layers: [{ name: id, resistanceM2KPerW: resistance }] };
    const frame = constructions.opaque(layers, { outside, inside });
    part('frame', `${window.id} frame`, 'Door', frame, glassM, window.widthM - glassM);
  }
  if (window.blind) {
    document.report('warning', 'idf-blind', `window "${window.id}"`, {
      message: 'The movable blind is not carried over.',
      remedy: 'Add a WindowShadingControl, or compare with a building without the blind.',
      value: `closes above ${window.blind.closedAboveWPerM2} W/m2`,
    });
  }
}

function reportOpaquePart(element: Element, document: IdfDocument): void {
  const areaM2 = element.widthM * element.heightM;
  const windowsM2 = (element.windows ?? []).reduce((sum, { widthM, heightM }) => sum + widthM * heightM, 0);
  if (windowsM2 <= (1 - LEAST_OPAQUE_SHARE) * areaM2) return;
  document.report('warning', 'idf-all-window', `element "${element.id}"`, {
    message: 'Hardly any of the element is opaque; EnergyPlus may refuse a wall that is all window.',
    remedy: 'Make the element a little larger than its windows.',
    value: `${windowsM2} of ${areaM2} m2`,
  });
}

function vertexFields(vertices: readonly Vertex[]): Field[] {
  return [
    ['Number of Vertices', vertices.length],
    ...vertices.flatMap((vertex, index) =>
      vertex.map((value, axis): Field => [`Vertex ${index + 1} ${'XYZ'[axis]!}-coordinate {m}`, value]),
    ),
  ];
}
