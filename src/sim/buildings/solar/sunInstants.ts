import type { WeatherYear } from '../../../model/weather';
import type { Calendar } from '../../arrays/calendar';
import { cos, PI, RAD_PER_DEG, sin } from '../../numeric/elementary';
import { weatherAtSteps } from '../../weather';
import { along, type ElementAxes, type WorldDirection } from '../shading';

/** Instants of a step at which the sun is looked at: middles of four equal parts of its lit part, as for planes. */
const PARTS = [-0.75, -0.25, 0.25, 0.75] as const;
export const INSTANTS = PARTS.length;

/** Direction towards the sun in an element's coordinates, [step][instant]; all 0 while it is down or behind. */
export interface SunInstants {
  readonly right: Float64Array;
  readonly outwards: Float64Array;
  readonly upwards: Float64Array;
}

/**
 * The sun turns about the pole p of the sky: s(d) = p (p.s) + (s - p (p.s)) cos d + (p x s) sin d from the direction s in the
 * middle of the step's lit part. README eq. 19.
 */
export function sunInstants(weather: WeatherYear, calendar: Calendar, axes: ElementAxes): SunInstants {
  const { sun } = weatherAtSteps(weather, calendar);
  const poleNorth = cos(weather.latitudeDeg * RAD_PER_DEG);
  const poleUp = sin(weather.latitudeDeg * RAD_PER_DEG);
  const halfStep = (PI * calendar.stepS) / 86400;
  const count = calendar.stepCount * INSTANTS;
  const [right, outwards, upwards] = [
    new Float64Array(count),
    new Float64Array(count),
    new Float64Array(count),
  ];
  for (let step = 0; step < calendar.stepCount; step += 1) {
    const share = sun.upShare[step]!;
    if (!(share > 0)) continue;
    const [east, north, up] = [sun.east[step]!, sun.north[step]!, sun.up[step]!];
    const onPole = poleNorth * north + poleUp * up;
    for (let instant = 0; instant < INSTANTS; instant += 1) {
      const turn = PARTS[instant]! * share * halfStep;
      const [c, s] = [cos(turn), sin(turn)];
      const kept = (1 - c) * onPole;
      const direction: WorldDirection = {
        east: east * c + (poleNorth * up - poleUp * north) * s,
        north: north * c + poleNorth * kept + poleUp * east * s,
        up: up * c + poleUp * kept - poleNorth * east * s,
      };
      const facing = along(axes.outwards, direction);
      if (!(facing > 0)) continue;
      const index = step * INSTANTS + instant;
      outwards[index] = facing;
      right[index] = along(axes.right, direction);
      upwards[index] = along(axes.upwards, direction);
    }
  }
  return { right, outwards, upwards };
}
