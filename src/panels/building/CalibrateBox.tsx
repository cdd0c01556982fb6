import { useEffect, useState } from 'react';
import type { Building } from '../../model/building';
import {
  BASELINE_ID,
  calibrationStanding,
  meterHindrance,
  movedParameters,
  ownYearOf,
  useActions,
  useAppState,
  type CalibrationStudy,
  type MeterStudy,
} from '../../state';
import type { CalibratedParameter } from '../../study/calibration';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { IssueList } from './IssueList';
import { useTexts, type Texts } from './useTexts';

const PARAMETERS = [
  'infiltrationFactor',
  'heatingSetpointOffsetK',
  'coolingSetpointOffsetK',
  'internalGainFactor',
  'opaqueUFactor',
  'glazingSolarFactor',
  'systemEfficiency',
  'coolingEfficiency',
  'meteredGainShare',
  'baseLoadW',
] as const;

function parameterName({ words }: Texts, id: string): string {
  const known = PARAMETERS.find((one) => one === id);
  return known === undefined ? id : words(`building.calibrate.parameters.${known}`);
}

const withUnit = ({ number, inUnit }: Texts, value: number, unit: string): string =>
  unit === '1' ? number(value) : inUnit(value, unit);

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
              {range === null
                ? words('building.calibrate.meanOfMeter')
                : words('building.calibrate.range', {
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
      {calibration === null || calibration.answer === null ? null : <Found calibration={calibration} />}
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

function Found({ calibration }: { readonly calibration: CalibrationStudy }) {
  const texts = useTexts();
  const { words } = texts;
  const actions = useActions();
  const standing = useAppState((state) => calibrationStanding(state, calibration));
  const answer = calibration.answer!;
  const percent = (value: number | undefined) =>
    value === undefined ? '–' : `${texts.number(value * 100, 2)}${NARROW_NO_BREAK_SPACE}%`;
  return (
    <div data-testid="calibrated">
      <div className="scroll-x" tabIndex={0} role="region" aria-label={words('building.calibrate.ready')}>
        <table className="numbers wide-numbers">
          <thead>
            <tr>
              <th scope="col">{words('building.calibrate.number')}</th>
              <th scope="col" className="number">
                {words('building.calibrate.from')}
              </th>
              <th scope="col" className="number">
                {words('building.calibrate.to')}
              </th>
              <th scope="col">{words('building.calibrate.sure')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.calibration.parameters.map((one) => (
              <ParameterRow key={one.id} parameter={one} />
            ))}
            <tr>
              <th scope="row">{words('building.calibrate.fit')}</th>
              <td className="number">{percent(answer.before.hourly?.cvRmse)}</td>
              <td className="number">{percent(answer.after.hourly?.cvRmse)}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      {standing === 'outdated' ? (
        <p className="callout bad" role="status" data-testid="calibration-outdated">
          {words('building.calibrate.outdated')}
        </p>
      ) : standing === 'taken' ? (
        <p className="callout" role="status">
          {words('building.calibrate.taken')}
        </p>
      ) : answer.edits.length === 0 ? (
        <p className="muted">{words('building.calibrate.nothing')}</p>
      ) : (
        <button
          type="button"
          className="button primary"
          data-testid="calibrate-take"
          onClick={() => actions.building.takeCalibration()}
        >
          {words('building.calibrate.take')}
        </button>
      )}
    </div>
  );
}

function ParameterRow({ parameter }: { readonly parameter: CalibratedParameter }) {
  const texts = useTexts();
  const { words } = texts;
  const { id, unit, start, value, onBound, identifiability } = parameter;
  return (
    <tr data-parameter={id} data-moved={parameter.moved}>
      <th scope="row">{parameterName(texts, id)}</th>
      <td className="number">{withUnit(texts, start, unit)}</td>
      <td className="number">
        <b>{withUnit(texts, value, unit)}</b>
      </td>
      <td>
        {words(`building.calibrate.identifiability.${identifiability}`)}
        {onBound === null ? '' : `, ${words('building.calibrate.onBound')}`}
      </td>
    </tr>
  );
}
