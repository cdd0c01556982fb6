import { useEffect, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useActions, useAppState, useWords } from '../../state';
import { clock, compassOf, hourTowards, onDial, sunHours, type SunAt } from './sunDialShape';

/** Where the camera looks, radians clockwise from north. */
export interface Heading {
  readonly headingRad: number;
  /** Calls back whenever it has changed; gives the way to stop. */
  watchHeading(changed: () => void): () => void;
}

const MOVES: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 3,
  PageDown: -3,
};
const R = 19;

/** The sun over the town at the hour on screen: its bearing and height, and a handle on the hour of the day. */
export function SunDial({ sunAt, camera }: { readonly sunAt: SunAt; readonly camera: Heading | null }) {
  const actions = useActions();
  const words = useWords();
  const step = useAppState((state) => state.step);
  const stepS = useAppState((state) => state.stepS);
  const headingRad = useHeading(camera);
  const perHour = 3600 / stepS;
  const hour = (step / perHour) % 24;
  const sun = sunAt(hour);
  const hours = useMemo(() => sunHours(sunAt), [sunAt]);
  const isUp = sun.altitudeRad > 0;
  const setHour = (wanted: number) =>
    actions.setStep(step + (Math.max(0, Math.min(23, wanted)) - Math.floor(hour)) * perHour);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move !== undefined) setHour(Math.floor(hour) + move);
    else if (event.key === 'Home') setHour(0);
    else if (event.key === 'End') setHour(23);
    else return;
    event.preventDefault();
  };
  const onDrag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const [dx, dy] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
    if (Math.hypot(dx, dy) > 4) setHour(hourTowards(sunAt, Math.atan2(dx, -dy) + headingRad));
  };
  const place = isUp
    ? words('map.sunUp', {
        direction: words(`map.compass.${compassOf(sun.azimuthRad)}`),
        height: String(Math.round((sun.altitudeRad * 180) / Math.PI)),
      })
    : words('map.sunDown');
  const span = hours === null ? '' : words('map.sunSpan', { rise: clock(hours.rise), set: clock(hours.set) });
  const text = [`${clock(hour)}: ${place}`, span].filter((part) => part !== '').join('; ');
  return (
    <div
      className={`sun-dial ${isUp ? '' : 'sun-down'}`}
      role="slider"
      tabIndex={0}
      aria-label={words('map.sunDial')}
      aria-valuemin={0}
      aria-valuemax={23}
      aria-valuenow={Math.floor(hour)}
      aria-valuetext={text}
      title={text}
      onKeyDown={onKeyDown}
      onPointerDown={onDrag}
      onPointerMove={onDrag}
    >
      <Face sunAt={sunAt} hour={hour} headingRad={headingRad} north={words('map.northLetter')} />
    </div>
  );
}

function Face({
  sunAt,
  hour,
  headingRad,
  north,
}: {
  readonly sunAt: SunAt;
  readonly hour: number;
  readonly headingRad: number;
  readonly north: string;
}) {
  const course = Array.from({ length: 97 }, (_, quarter) => sunAt(quarter / 4))
    .filter(({ altitudeRad }) => altitudeRad > 0)
    .map((sun) =>
      onDial(sun, headingRad)
        .map((part) => (part * R).toFixed(1))
        .join(','),
    )
    .join(' ');
  const [x, y] = onDial(sunAt(hour), headingRad);
  const [northX, northY] = onDial({ altitudeRad: 0, azimuthRad: 0 }, headingRad);
  return (
    <svg viewBox="-28 -28 56 56" width="56" height="56" aria-hidden="true">
      <circle className="sun-sky" r={R} />
      <polyline className="sun-course" points={course} />
      <text className="sun-north" x={northX * (R + 5.5)} y={northY * (R + 5.5)}>
        {north}
      </text>
      <line className="sun-ray" x1="0" y1="0" x2={x * R} y2={y * R} />
      <circle className="sun-disc" cx={x * R} cy={y * R} r="4.5" />
    </svg>
  );
}

function useHeading(camera: Heading | null): number {
  const [headingRad, setHeading] = useState(camera?.headingRad ?? 0);
  useEffect(() => {
    if (camera === null) return;
    const read = () => setHeading(camera.headingRad);
    read();
    return camera.watchHeading(read);
  }, [camera]);
  return headingRad;
}
