import type { BuildingModel, Element, Window } from '../../../model/buildingModel/types';
import type { WeatherYear } from '../../../model/weather';
import type { Calendar } from '../../arrays/calendar';
import { DEFAULT_ALBEDO } from '../../weather';
import { courseValues } from '../multinode/schedule';
import { windowOptics, type WindowOptics } from '../glazing';
import { shadedElement } from '../shading';
import { beamShares, type WindowBeamShares } from './beamShares';
import { diffuseShares, diffuseSum } from './diffuseShares';
import { planesOf, type Plane } from './plane';
import type { ElementSun, WindowSun } from './types';

const isInSun = ({ boundary }: Element): boolean => boundary.kind === 'outdoors' && boundary.sun !== false;

/** Level elements have no azimuth: all lie in the same plane. */
const azimuthOf = ({ tiltDeg, azimuthDeg }: Element): number =>
  tiltDeg % 180 === 0 ? 180 : ((azimuthDeg % 360) + 360) % 360;

/**
 * Sun on every element and through every window of a building that passed its reader, in the model's order; W and W/m², one
 * value a step. Beam and circumsolar light share the sun's direction, shadow and angle of incidence; sky, horizon and ground
 * have shares of their own, computed once. Elements that no sun reaches have zeros. README eq. 17 to 22.
 */
export function elementSun(
  model: BuildingModel,
  weather: WeatherYear,
  calendar: Calendar,
): readonly ElementSun[] {
  const glazings = new Map((model.glazings ?? []).map((glazing) => [glazing.id, windowOptics(glazing)]));
  const planeAt = planesOf(weather, calendar, model.groundReflectance ?? DEFAULT_ALBEDO);
  const dark = new Float64Array(calendar.stepCount);
  return model.elements.map((element) => {
    const optics = (element.windows ?? []).map(({ glazing }) => glazings.get(glazing)!);
    if (!isInSun(element)) return darkElement(dark, optics);
    return sunOnElement(model, element, optics, planeAt(element.tiltDeg, azimuthOf(element)), calendar);
  });
}

function darkElement(dark: Float64Array, optics: readonly WindowOptics[]): ElementSun {
  const windows = optics.map(({ panes }) => ({
    beamTransmittedW: dark,
    diffuseTransmittedW: dark,
    absorbedW: panes.map(() => dark),
  }));
  return { incidentWPerM2: dark, opaqueWPerM2: dark, windows };
}

/** What the shares of a plane apply to, W/m². */
interface PlaneLight {
  /** Beam and circumsolar. */
  readonly sun: Float64Array;
  readonly sky: Float64Array;
  readonly horizon: Float64Array;
  readonly ground: Float64Array;
}

function lightOf({ parts }: Plane): PlaneLight {
  const { beamWPerM2, circumsolarWPerM2, skyWPerM2, horizonWPerM2, groundWPerM2 } = parts;
  return {
    sun: beamWPerM2.map((beam, step) => beam + circumsolarWPerM2[step]!),
    sky: skyWPerM2,
    horizon: horizonWPerM2,
    ground: groundWPerM2,
  };
}

function sunOnElement(
  model: BuildingModel,
  element: Element,
  optics: readonly WindowOptics[],
  plane: Plane,
  calendar: Calendar,
): ElementSun {
  const light = lightOf(plane);
  const beam = beamShares(calendar, plane.instants, shadedElement(element), optics);
  const diffuse = diffuseShares(element);
  const opaqueWPerM2 = light.sun.map(
    (sun, step) => sun * beam.opaque[step]! + diffuseSum(diffuse.opaque, light, step),
  );
  const windows = (element.windows ?? []).map((window, i) => {
    const diffuseWPerM2 = light.sun.map((_, step) => diffuseSum(diffuse.windows[i]!, light, step));
    const drawn = drawnShares(model, window, calendar);
    return sunThroughWindow(window, optics[i]!, light.sun, beam.windows[i]!, diffuseWPerM2, drawn);
  });
  return { incidentWPerM2: plane.incidentWPerM2, opaqueWPerM2, windows };
}

/** Shares of a window that its blind may close, [step]; undefined where it is all of it, at all times. */
function drawnShares(model: BuildingModel, { blind }: Window, calendar: Calendar): Float64Array | undefined {
  if (blind?.course === undefined) return undefined;
  return courseValues(blind.course, model.schedules ?? [], calendar);
}

/** README eq. 21 and 22. A closed blind takes the same share from transmitted and absorbed light. */
function sunThroughWindow(
  { widthM, heightM, frame, blind }: Window,
  optics: WindowOptics,
  sunWPerM2: Float64Array,
  beam: WindowBeamShares,
  diffuseWPerM2: Float64Array,
  drawn?: Float64Array,
): WindowSun {
  const glassM2 = widthM * heightM * (1 - (frame?.areaShare ?? 0));
  const areaM2 = diffuseWPerM2.map((diffuse, step) => {
    if (!blind) return glassM2;
    const onPane = sunWPerM2[step]! * beam.received[step]! + diffuse;
    if (!(onPane > blind.closedAboveWPerM2)) return glassM2;
    return glassM2 * (drawn ? 1 - drawn[step]! * (1 - blind.transmittedShare) : blind.transmittedShare);
  });
  const { transmittance, absorptance } = optics.diffuse;
  return {
    beamTransmittedW: areaM2.map((m2, step) => m2 * sunWPerM2[step]! * beam.transmitted[step]!),
    diffuseTransmittedW: areaM2.map((m2, step) => m2 * diffuseWPerM2[step]! * transmittance),
    absorbedW: beam.absorbed.map((ofBeam, pane) =>
      areaM2.map(
        (m2, step) => m2 * (sunWPerM2[step]! * ofBeam[step]! + diffuseWPerM2[step]! * absorptance[pane]!),
      ),
    ),
  };
}
