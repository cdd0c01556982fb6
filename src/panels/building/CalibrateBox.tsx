import { useEffect, useState } from 'react';
import type { Building } from '../../model/building';
import {
  BASELINE_ID,
  meterHindrance,
  movedParameters,
  ownYearOf,
  useActions,
  useAppState,
  type CalibrationStudy,
  type MeterStudy,
} from '../../state';
import { CalibrationFound, parameterName, withUnit } from './CalibrationFound';
import { IssueList } from './IssueList';
import { useTexts } from './useTexts';

/** Few numbers moved inside their bounds until the model meets the meter: shown from and to before anything is taken over. */
export function CalibrateBox({
  building,
  study,
}: {
  readonly building: Building;
  readonly study: MeterStudy;
}) {
  const texts = useTexts();
  const { words } = texts;
  const actions = useActions();
  const calibration = useAppState((state) => state.building.calibrations[building.id] ?? null);
  const hasYear = useAppState((state) => ownYearOf(state, BASELINE_ID, building.id) !== null);
  const hindrance = meterHindrance(building, study);
  if (hindrance !== null) {
    return (
      <section className="calibrate" aria-label={words('building.calibrate.title')}>
        <h4>{words('building.calibrate.title')}</h4>
        <p className="muted">{words(`building.calibrate.hindrance.${hindrance}`)}</p>
      </section>
    );
  }
  const isRunning = calibration?.status === 'running';
  return (
    <section className="calibrate" aria-label={words('building.calibrate.title')} data-testid="calibrate">
      <h4>{words('building.calibrate.title')}</h4>
      <p>{words('building.calibrate.lead')}</p>
      <ul className="moved">
        {movedParameters(building, study.use).map(({ id, unit, range }) => (
          <li key={id}>
            <span>{parameterName(texts, id)}</span>
            <span className="muted">
              {words('building.calibrate.range', {
                lower: texts.number(range[0], 2),
                upper: withUnit(texts, range[1], unit),
              })}
            </span>
          </li>
        ))}
      </ul>
      {isRunning ? (
        <Running calibration={calibration} />
      ) : !hasYear ? (
        <p className="muted">{words('building.meter.computing')}</p>
      ) : (
        <button
          type="button"
          className={calibration === null ? 'button primary' : 'button'}
          data-testid="calibrate-start"
          onClick={() => void actions.building.calibrate()}
        >
          {words(calibration === null ? 'building.calibrate.start' : 'building.calibrate.again')}
        </button>
      )}
      {calibration?.status === 'cancelled' ? (
        <p role="status">{words('building.calibrate.cancelled')}</p>
      ) : null}
      {calibration?.status === 'failed' ? (
        <div role="alert">
          <p className="callout bad">{words('building.calibrate.failed')}</p>
          <IssueList issues={calibration.issues} />
        </div>
      ) : null}
      {calibration === null || calibration.answer === null ? null : (
        <CalibrationFound calibration={calibration} />
      )}
    </section>
  );
}

function Running({ calibration }: { readonly calibration: CalibrationStudy }) {
  const { startedMs, buildingId } = calibration;
  const { words } = useTexts();
  const actions = useActions();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - startedMs) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [startedMs]);
  return (
    <div className="row wrap" data-testid="calibrating">
      <progress aria-label={words('building.calibrate.title')} />
      <span>{words('building.calibrate.running', { seconds })}</span>
      <button type="button" className="button small" onClick={() => actions.building.cancel(buildingId)}>
        {words('building.calibrate.cancel')}
      </button>
    </div>
  );
}
