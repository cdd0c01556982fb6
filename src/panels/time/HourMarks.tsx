import { useMemo } from 'react';
import { shownId, shownResult, useAppState } from '../../state';
import { namedHours } from '../../state/time/namedHours';
import { transformersOf } from '../../state/view';

const DAYS = 365;
const HOUR_S = 3600;

/** Where the named hours of the year lie on the strip; their names stand in the list that leads there. */
export function HourMarks() {
  const result = useAppState(shownResult);
  const transformers = useAppState((state) => transformersOf(state, shownId(state)));
  const marks = useMemo(
    () =>
      result === null
        ? []
        : namedHours(result, { transformers }).flatMap(({ name, step }) =>
            step === null ? [] : [{ name, hour: Math.floor((step * result.stepS) / HOUR_S) }],
          ),
    [result, transformers],
  );
  return (
    <span aria-hidden="true">
      {marks.map(({ name, hour }) => (
        <span
          key={name}
          className="hour-mark"
          data-hour={name}
          style={{
            left: `${((Math.floor(hour / 24) + 0.5) / DAYS) * 100}%`,
            top: `${(((hour % 24) + 0.5) / 24) * 100}%`,
          }}
        />
      ))}
    </span>
  );
}
