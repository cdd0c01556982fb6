import { useMemo } from 'react';
import type { Building } from '../../model/building';
import {
  BASELINE_ID,
  calibrationStanding,
  meetsGuideline,
  meterComparison,
  meterHindrance,
  ownYearOf,
  useAppState,
  yearFailureOf,
  type MeterStudy,
} from '../../state';
import { RAMPS } from '../../state/display';
import { GUIDELINE_14_LIMITS, type FitFigures, type Guideline14 } from '../../study/calibration';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { Chart } from '../parts/Chart';
import { Scroll } from '../parts/Scroll';
import { useTheme } from '../parts/theme';
import { useTexts, type Texts } from './useTexts';
import { YearFailed } from './YearFailed';

const share = ({ number }: Texts, value: number): string =>
  `${number(value * 100, 2)}${NARROW_NO_BREAK_SPACE}%`;

/** Metered against modelled: a month at a time as two named curves, and the two figures with a verdict in plain words. */
export function MeterFit({ building, study }: { readonly building: Building; readonly study: MeterStudy }) {
  const texts = useTexts();
  const { words } = texts;
  const weather = useAppState((state) => state.loaded?.weather ?? null);
  const year = useAppState((state) => ownYearOf(state, BASELINE_ID, study.buildingId));
  const failure = useAppState((state) => yearFailureOf(state, BASELINE_ID, study.buildingId));
  const hindrance = meterHindrance(building, study);
  const isTaken = useAppState((state) => {
    const calibration = state.building.calibrations[building.id];
    return calibration !== undefined && calibrationStanding(state, calibration) === 'taken';
  });
  const compared = useMemo(
    () => (weather === null ? null : meterComparison(study, year?.loads ?? null, weather)),
    [study, year, weather],
  );
  if (compared === null) return null;
  if (compared.kind === 'computing')
    return failure === null ? (
      <p className="muted">{words('building.meter.computing')}</p>
    ) : (
      <YearFailed issues={failure} />
    );
  if (compared.kind !== 'fit')
    return <p className="callout bad">{words(`building.meter.${compared.kind}`)}</p>;
  const { fit } = compared;
  const isWithin = meetsGuideline(fit);
  const outside = hindrance !== null ? 'outsideHindered' : isTaken ? 'outsideTaken' : 'outside';
  return (
    <div data-testid="meter-fit">
      <p className={isWithin ? 'callout' : 'callout bad'} data-within={isWithin}>
        {words(isWithin ? 'building.meter.within' : `building.meter.${outside}`)}
      </p>
      <MonthChart fit={fit} />
      <Scroll label={words('building.meter.verdict')}>
        <table className="numbers fit-table">
          <thead>
            <tr>
              <td />
              <th scope="col" className="number">
                CV(RMSE)
              </th>
              <th scope="col" className="number">
                NMBE
              </th>
              <th scope="col">{words('building.meter.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            <FitRow label={words('building.meter.hourly')} figures={fit.hourly} limits="hourly" />
            <FitRow label={words('building.meter.monthly')} figures={fit.monthly} limits="monthly" />
          </tbody>
        </table>
      </Scroll>
      <p className="muted small-text">
        {words('building.meter.figuresNote', { hours: texts.whole(fit.hours) })}{' '}
        {words('building.meter.otherYear')}
      </p>
    </div>
  );
}

function FitRow({
  label,
  figures,
  limits,
}: {
  readonly label: string;
  readonly figures: FitFigures | null;
  readonly limits: keyof typeof GUIDELINE_14_LIMITS;
}) {
  const texts = useTexts();
  const { words } = texts;
  const { cvRmse, nmbe } = GUIDELINE_14_LIMITS[limits];
  const of = (value: number, limit: string) => (
    <>
      {share(texts, value)} <span className="unit">/ {limit}</span>
    </>
  );
  return (
    <tr>
      <th scope="row">{label}</th>
      {figures === null ? (
        <td colSpan={3}>{words('building.meter.tooFew')}</td>
      ) : (
        <>
          <td className="number" data-figure={`${limits}-cvRmse`}>
            {of(figures.cvRmse, share(texts, cvRmse))}
          </td>
          <td className="number" data-figure={`${limits}-nmbe`}>
            {of(figures.nmbe, `±${share(texts, nmbe)}`)}
          </td>
          <td>{words(figures.withinLimits ? 'building.meter.inside' : 'building.meter.beyond')}</td>
        </>
      )}
    </tr>
  );
}

function MonthChart({ fit }: { readonly fit: Guideline14 }) {
  const texts = useTexts();
  const { words } = texts;
  const theme = useTheme();
  const months = fit.months.filter(({ hours }) => hours > 0);
  const ramp = RAMPS.scenarios[theme];
  const kWh = (joules: readonly number[]) => Float64Array.from(joules, (j) => j / 3.6e6);
  const metered = kWh(months.map(({ meteredJ }) => meteredJ));
  const modelled = kWh(months.map(({ modelledJ }) => modelledJ));
  const total = (values: Float64Array) => texts.number(values.reduce((sum, value) => sum + value, 0));
  const xText = (x: number) => {
    const month = months[Math.round(x)];
    return month === undefined || !Number.isInteger(x) ? '' : texts.month(month.month);
  };
  return (
    <Chart
      title={words('building.meter.chart')}
      summary={words('building.meter.chartSummary', { metered: total(metered), modelled: total(modelled) })}
      unit="kWh"
      x={Float64Array.from(months, (_, at) => at)}
      xLabel={words('building.meter.month')}
      xText={xText}
      series={[
        { label: words('building.meter.metered'), values: metered, colour: ramp[2]!, width: 2.5 },
        {
          label: words('building.meter.modelled'),
          values: modelled,
          colour: ramp[1]!,
          dashed: true,
          width: 2.25,
        },
      ]}
      height={170}
      csvName="metered-and-modelled.csv"
    />
  );
}
