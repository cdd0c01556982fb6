import {
  calibrationStanding,
  calibrationVerdict,
  useActions,
  useAppState,
  type CalibrationStudy,
  type CalibrationVerdict,
} from '../../state';
import { GUIDELINE_14_LIMITS, type CalibratedParameter, type Guideline14 } from '../../study/calibration';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { Scroll } from '../parts/Scroll';
import { useTexts, type Texts } from './useTexts';

const PARAMETERS = [
  'infiltrationFactor',
  'heatingSetpointOffsetK',
  'coolingSetpointOffsetK',
  'internalGainFactor',
  'opaqueUFactor',
  'glazingSolarFactor',
  'hotWaterFactor',
  'householdElectricityFactor',
] as const;

export function parameterName({ words }: Texts, id: string): string {
  const known = PARAMETERS.find((one) => one === id);
  return known === undefined ? id : words(`building.calibrate.parameters.${known}`);
}

export const withUnit = ({ number, inUnit }: Texts, value: number, unit: string): string =>
  unit === '1' ? number(value) : inUnit(value, unit);

const percent = ({ number }: Texts, share: number | undefined): string =>
  share === undefined ? '–' : `${number(share * 100, 2)}${NARROW_NO_BREAK_SPACE}%`;

/** What a calibration has come to: a verdict first, then from and to of every number, and what the page will show with them. */
export function CalibrationFound({ calibration }: { readonly calibration: CalibrationStudy }) {
  const texts = useTexts();
  const { words } = texts;
  const answer = calibration.answer!;
  const { parameters } = answer.calibration;
  const verdict = calibrationVerdict(answer.before, answer.after, parameters);
  return (
    <div data-testid="calibrated" data-verdict={verdict.kind}>
      <Verdict verdict={verdict} />
      <Scroll label={words('building.calibrate.result')}>
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
            {parameters.map((one) => (
              <ParameterRow key={one.id} parameter={one} />
            ))}
            <FitRows before={answer.before} after={answer.after} />
          </tbody>
        </table>
      </Scroll>
      <Take calibration={calibration} isGood={verdict.kind === 'meets'} />
    </div>
  );
}

function Verdict({ verdict: { kind, told, onBounds } }: { readonly verdict: CalibrationVerdict }) {
  const texts = useTexts();
  const { words } = texts;
  if (told === null) return null;
  const figure = words(`building.calibrate.figure.${told.measure}.${told.scale}`, {
    value: percent(texts, told.value),
  });
  return (
    <div className={kind === 'meets' ? 'callout' : 'callout bad'} data-testid="calibration-verdict">
      <p>{words(`building.calibrate.verdicts.${kind}`, { figure, limit: percent(texts, told.limit) })}</p>
      {onBounds.length === 0 ? null : (
        <ul>
          {onBounds.map(({ id, value, unit, onBound }) => (
            <li key={id}>
              {words(`building.calibrate.stopped.${onBound!}`, {
                name: parameterName(texts, id),
                value: withUnit(texts, value, unit),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const FITS = [
  ['hourlyCvRmse', 'hourly', 'cvRmse'],
  ['hourlyNmbe', 'hourly', 'nmbe'],
  ['monthlyCvRmse', 'monthly', 'cvRmse'],
  ['monthlyNmbe', 'monthly', 'nmbe'],
] as const;

/** The figures of the page now, and those that it has once the numbers are taken: the same model, the same meter. */
function FitRows({ before, after }: { readonly before: Guideline14; readonly after: Guideline14 }) {
  const texts = useTexts();
  const { words } = texts;
  return FITS.map(([name, scale, figure]) => {
    const limit = percent(texts, GUIDELINE_14_LIMITS[scale][figure]);
    return (
      <tr key={name} data-fit={name}>
        <th scope="row">{words(`building.calibrate.fits.${name}`)}</th>
        <td className="number">{percent(texts, before[scale]?.[figure])}</td>
        <td className="number">
          <b>{percent(texts, after[scale]?.[figure])}</b>
        </td>
        <td className="muted">
          {words('building.calibrate.fitLimit', { limit: figure === 'nmbe' ? `±${limit}` : limit })}
        </td>
      </tr>
    );
  });
}

function Take({ calibration, isGood }: { readonly calibration: CalibrationStudy; readonly isGood: boolean }) {
  const { words } = useTexts();
  const actions = useActions();
  const standing = useAppState((state) => calibrationStanding(state, calibration));
  if (standing === 'outdated')
    return (
      <p className="callout bad" role="status" data-testid="calibration-outdated">
        {words('building.calibrate.outdated')}
      </p>
    );
  if (standing === 'taken')
    return (
      <p className="callout" role="status">
        {words('building.calibrate.taken')}
      </p>
    );
  if (calibration.answer?.edits.length === 0)
    return <p className="muted">{words('building.calibrate.nothing')}</p>;
  return (
    <button
      type="button"
      className={isGood ? 'button primary' : 'button'}
      data-testid="calibrate-take"
      onClick={() => actions.building.takeCalibration()}
    >
      {words(isGood ? 'building.calibrate.take' : 'building.calibrate.takeAnyway')}
    </button>
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
        {onBound === null ? '' : `, ${words(`building.calibrate.onBound.${onBound}`)}`}
      </td>
    </tr>
  );
}
