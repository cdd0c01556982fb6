import { useMemo } from 'react';
import type { DailyHours } from '../../model/building';
import { END_USES, type EndUse } from '../../model/run';
import { BASELINE_ID, runOf, scenarioOf, shownId, useActions, useAppState } from '../../state';
import { RAMPS } from '../../state/display';
import {
  BATTERY_WORDS,
  buildingNetW,
  buildingWeekW,
  CHARGING_WORDS,
  districtOf,
  END_USE_WORDS,
  ENVELOPE_WORDS,
  HEATING_WORDS,
  indexOf,
  USE_WORDS,
  weekRange,
} from '../../state/view';
import { formatNumber, formatQuantity } from '../../units';
import { Chart, type ChartSeries } from '../parts/Chart';
import { Icon } from '../parts/Icon';
import { useTheme } from '../parts/theme';
import { useDayText, useScenarioColours } from './BranchCharts';
import { BuildingCorrections } from './BuildingCorrections';
import { stationOf } from './station';
import { StationChange } from './StationChange';

/** One building: what it is, where each fact comes from, and what it takes from the grid. */
export function BuildingInspector({ id }: { readonly id: string }) {
  const actions = useActions();
  const district = useAppState((state) => districtOf(state, shownId(state)));
  const netW = useAppState((state) => {
    const row = district === null ? -1 : (indexOf(district).buildingRow.get(id) ?? -1);
    return row < 0 ? Number.NaN : (buildingNetW(state, shownId(state))?.[row] ?? Number.NaN);
  });
  const building = district === null ? undefined : indexOf(district).building.get(id);
  if (district === null || building === undefined)
    return <p className="muted">{id} is not in this district.</p>;
  const row = indexOf(district).buildingRow.get(id)!;
  const { evidence, connection } = building;
  const origin = (attribute: keyof typeof evidence) => evidence[attribute] ?? 'given';
  const station = stationOf(district, building);
  const facts: readonly (readonly [string, string, string])[] = [
    ['Use', USE_WORDS[building.use] ?? building.use, origin('use')],
    [
      'Built',
      `${building.constructionYear}, ${ENVELOPE_WORDS[building.envelope] ?? ''}`,
      origin('constructionYear'),
    ],
    [
      'Floor area',
      `${formatNumber(indexOf(district).floorAreaM2[row]!)} m², ${building.levels} ${building.levels === 1 ? 'storey' : 'storeys'}`,
      origin('levels'),
    ],
    ['Households', String(building.households), origin('households')],
    ['Heating', HEATING_WORDS[building.heating] ?? building.heating, origin('heating')],
    ...(building.photovoltaics === null
      ? []
      : [['Photovoltaics', `${formatQuantity(building.photovoltaics.peakW, 'W')} peak`, ''] as const]),
    ...(building.vehicles === null
      ? []
      : [
          [
            'Electric cars',
            `${building.vehicles.count}, ${CHARGING_WORDS[building.vehicles.control]}`,
            '',
          ] as const,
        ]),
    ...(building.battery === undefined
      ? []
      : [
          [
            'Battery',
            `${formatNumber(building.battery.capacityJ / 3.6e6)} kWh, ${BATTERY_WORDS[building.battery.control.kind]}`,
            '',
          ] as const,
        ]),
    ...(building.flexibleHeating === undefined
      ? []
      : [['Heating avoids', hoursText(building.flexibleHeating.peakHours), ''] as const]),
    [
      'Connection',
      connection === null ? 'none' : `phases ${connection.phases.join(' ')}, fuse ${connection.mainFuseA} A`,
      origin('connection'),
    ],
  ];
  return (
    <>
      {building.name === undefined ? null : <p className="headline">{building.name}</p>}
      <div className="figures">
        <div>
          <span className="figure-label">{netW < 0 ? 'Exports now' : 'Imports now'}</span>
          <span className="figure">{formatQuantity(Math.abs(netW), 'W')}</span>
        </div>
        <button
          type="button"
          className="button"
          onClick={() => actions.jumpToWorstHour({ kind: 'building', id })}
        >
          <Icon name="peak" />
          <span>Jump to its peak</span>
        </button>
      </div>
      <StationChange id={id} />
      {connection === null ? null : (
        <p className="connect-open">
          <button
            type="button"
            className="button"
            onClick={() => actions.connect.open({ kind: 'building', id })}
          >
            <Icon name="plug" />
            <span>Can something connect here?</span>
          </button>
        </p>
      )}
      <dl className="facts with-origin">
        {facts.map(([label, value, from]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            <dd className={`origin ${from}`}>{from}</dd>
          </div>
        ))}
        {station === null ? null : (
          <div>
            <dt>Transformer</dt>
            <dd>
              <button
                type="button"
                className="link"
                onClick={() => actions.select({ kind: 'transformer', id: station }, true)}
              >
                {station}
              </button>
            </dd>
          </div>
        )}
      </dl>
      <AnnualBars row={row} />
      <BuildingWeek />
      <BuildingCorrections building={building} />
    </>
  );
}

/** What few buildings have stands in the table of those only. */
const RARE_USES: ReadonlySet<EndUse> = new Set([
  'vehicleDischarging',
  'batteryCharging',
  'batteryDischarging',
]);

const hoursText = ({ fromHour, toHour }: DailyHours): string => `${fromHour} to ${toHour} h`;

/** Electricity of the year by end use, the baseline as an outline. */
function AnnualBars({ row }: { readonly row: number }) {
  const theme = useTheme();
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const baseline = useAppState((state) => runOf(state, BASELINE_ID).result);
  if (result === null) return null;
  const uses = END_USES.length;
  const own = END_USES.map((_, use) => result.table.buildingEndUseJ[row * uses + use]!);
  const before = END_USES.map((_, use) => baseline?.table.buildingEndUseJ[row * uses + use] ?? Number.NaN);
  const most = Math.max(1, ...own, ...before.filter(Number.isFinite));
  return (
    <section aria-label="Electricity of the year">
      <h3>Electricity of the year</h3>
      <table className="end-uses">
        <thead>
          <tr>
            <th scope="col">End use</th>
            <th scope="col">
              <span className="hidden">Bar</span>
            </th>
            <th scope="col" className="number">
              kWh
            </th>
            <th scope="col" className="number">
              Baseline
            </th>
          </tr>
        </thead>
        <tbody>
          {END_USES.map((endUse, use) => (
            <tr key={endUse} hidden={RARE_USES.has(endUse) && !(own[use]! > 0) && !(before[use]! > 0)}>
              <th scope="row">{END_USE_WORDS[endUse]}</th>
              <td>
                <svg className="split" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    width={(own[use]! / most) * 100}
                    height="7"
                    y="1.5"
                    fill={RAMPS.endUses[theme][use]}
                  />
                  {Number.isFinite(before[use]!) ? (
                    <rect className="before" x={(before[use]! / most) * 99} width="1" height="10" />
                  ) : null}
                </svg>
              </td>
              <td className="number">{formatNumber(own[use]! / 3.6e6)}</td>
              <td className="number muted">{formatNumber(before[use]! / 3.6e6)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BuildingWeek() {
  const actions = useActions();
  const theme = useTheme();
  const colours = useScenarioColours();
  const year = useAppState((state) => state.buildingYears[shownId(state)]);
  const before = useAppState((state) => state.buildingYears[BASELINE_ID]);
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const isBaseline = useAppState((state) => shownId(state) === BASELINE_ID);
  const name = useAppState((state) => scenarioOf(state, shownId(state))?.name ?? '');
  const step = useAppState((state) => state.step);
  const fromStep = result === null ? 0 : weekRange(result, step).fromStep;
  const xText = useDayText(fromStep, result?.stepS ?? 3600);
  const chart = useMemo(() => {
    if (year === undefined || result === null) return null;
    const kilowatts = (values: Float64Array) => values.map((w) => w / 1000);
    const week = buildingWeekW(year, result, fromStep);
    const series: ChartSeries[] = END_USES.flatMap((endUse, use) => {
      const values = kilowatts(week.endUseW[use]!);
      if (values.every((value) => value === 0)) return [];
      return [{ label: END_USE_WORDS[endUse], values, colour: RAMPS.endUses[theme][use]!, width: 1.25 }];
    });
    series.unshift({
      label: `Net, ${name}`,
      values: kilowatts(week.netW),
      colour: colours.shown,
      width: 2.25,
    });
    if (!isBaseline && before !== undefined) {
      const values = kilowatts(buildingWeekW(before, result, fromStep).netW);
      series.push({ label: 'Net, Baseline', values, colour: colours.baseline, dashed: true });
    }
    return { x: Float64Array.from(week.netW, (_, i) => i), series };
  }, [year, before, result, fromStep, theme, isBaseline, name, colours.shown, colours.baseline]);
  if (chart === null) return <p className="muted">Its year is being computed …</p>;
  return (
    <Chart
      title="This week"
      summary={`Net power at most ${formatNumber(Math.max(...chart.series[0]!.values))} kW; positive is import.`}
      unit="kW"
      x={chart.x}
      xLabel="Time"
      xText={xText}
      series={chart.series}
      // A car and a battery add up to four curves and two lines of names.
      height={chart.series.length > 6 ? 190 : 150}
      xMarks={(24 * 3600) / (result?.stepS ?? 3600)}
      marker={step - fromStep}
      onPick={(x) => actions.setStep(fromStep + x)}
    />
  );
}
