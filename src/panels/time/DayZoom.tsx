import type { KeyboardEvent, MouseEvent } from 'react';
import { useActions, useAppState, useSpeech } from '../../state';
import { useTheme } from '../parts/theme';
import { useHeat } from './useHeat';

const HOUR_S = 3600;
const HOURS = 24;
const LABELLED = [0, 6, 12, 18] as const;
/** The lowest bar that can be seen as one. */
const LEAST_HEIGHT = 0.02;

/** The day on screen hour by hour, in the colours of the year above: a slider whose thumb is the hour. */
export function DayZoom() {
  const { words, moment } = useSpeech();
  const actions = useActions();
  const theme = useTheme();
  const heat = useHeat();
  const step = useAppState((state) => state.step);
  const stepS = useAppState((state) => state.stepS);
  const startWeekday = useAppState((state) => state.loaded?.weather.startWeekday ?? 0);
  const perHour = HOUR_S / stepS;
  const perDay = HOURS * perHour;
  const day = Math.floor(step / perDay);
  const hour = Math.floor((step - day * perDay) / perHour);
  if (heat === null) return <div className="chart" />;
  const days = heat.cells.length / HOURS;
  const values = Array.from({ length: HOURS }, (_, at) => heat.cells[at * days + day]!);
  const go = (to: number) => actions.setStep(Math.min(days * perDay - 1, Math.max(0, to)));
  const onKey = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ...{ ArrowRight: step + 1, ArrowUp: step + 1, ArrowLeft: step - 1, ArrowDown: step - 1 },
      ...{ PageUp: step + perDay, PageDown: step - perDay },
      ...{ Home: day * perDay, End: (day + 1) * perDay - 1 },
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const pick = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = Math.min(HOURS - 1, Math.floor(((event.clientX - box.left) / box.width) * HOURS));
    go(day * perDay + at * perHour);
  };
  return (
    <figure className="day-zoom">
      <figcaption>
        <span className="chart-title">{heat.dayTitle}</span>
        <output className="day-value">{heat.text(values[hour]!)}</output>
      </figcaption>
      <div
        className="day-bars"
        role="slider"
        tabIndex={0}
        aria-label={words('moments.hourOfDay')}
        aria-valuemin={0}
        aria-valuemax={perDay - 1}
        aria-valuenow={step - day * perDay}
        aria-valuetext={`${moment(step, stepS, startWeekday)}, ${heat.text(values[hour]!)}`}
        title={words('moments.hint')}
        onKeyDown={onKey}
        onClick={pick}
      >
        <svg viewBox={`0 0 ${HOURS} 1`} preserveAspectRatio="none" aria-hidden="true">
          {values.map((value, at) => {
            const colour = Number.isNaN(value) ? undefined : heat.colour(value, theme);
            const height = Math.max(LEAST_HEIGHT, Math.min(1, value / heat.top));
            return colour === undefined ? null : (
              <rect
                key={at}
                className={at === hour ? 'now' : undefined}
                x={at + 0.06}
                y={1 - height}
                width={0.88}
                height={height}
                fill={`rgb(${colour.map(Math.round).join(' ')})`}
              />
            );
          })}
        </svg>
        <span className="day-mark" style={{ left: `${(100 * hour) / HOURS}%`, width: `${100 / HOURS}%` }} />
      </div>
      <div className="day-hours" aria-hidden="true">
        {LABELLED.map((at) => (
          <span key={at} style={{ left: `${(100 * at) / HOURS}%` }}>
            {`${String(at).padStart(2, '0')}:00`}
          </span>
        ))}
      </div>
    </figure>
  );
}
