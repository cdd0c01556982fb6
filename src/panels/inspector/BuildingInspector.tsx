import { lazy, useMemo } from 'react';
import type { Building, DailyHours } from '../../model/building';
import { END_USES, type EndUse } from '../../model/run';
import { BASELINE_ID, runOf, scenarioOf, shownId, useActions, useAppState, useSpeech } from '../../state';
import { RAMPS } from '../../state/display';
import {
  buildingNetW,
  buildingWeekW,
  districtOf,
  indexOf,
  scenarioName,
  NO_WEEK,
  weekRange,
  type Speech,
} from '../../state/view';
import { Chart, type ChartSeries } from '../parts/Chart';
import { Icon } from '../parts/Icon';
import { LazyPart } from '../parts/LazyPart';
import { OldMark } from '../parts/OldMark';
import { useTheme } from '../parts/theme';
import { useDayText, useScenarioColours } from './BranchCharts';
import { BuildingCorrections } from './BuildingCorrections';
import { stationOf } from './station';
import { StationChange } from './StationChange';
import { SupplyLinks } from './SupplyLinks';
import { WayOutHere } from './WayOutHere';

const BuildingLandmarks = lazy(() =>
  import('./BuildingLandmarks').then((module) => ({ default: module.BuildingLandmarks })),
);

/** One building: what it is, where each fact comes from, and what it takes from the grid. */
export function BuildingInspector({ id }: { readonly id: string }) {
  const actions = useActions();
  const speech = useSpeech();
  const { words, quantity } = speech;
  const district = useAppState((state) => districtOf(state, shownId(state)));
  const netW = useAppState((state) => {
    const row = district === null ? -1 : (indexOf(district).buildingRow.get(id) ?? -1);
    return row < 0 ? Number.NaN : (buildingNetW(state, shownId(state))?.[row] ?? Number.NaN);
  });
  const scenarioId = useAppState(shownId);
  const building = district === null ? undefined : indexOf(district).building.get(id);
  if (district === null || building === undefined)
    return <p className="muted">{words('inspector.building.absent', { id })}</p>;
  const row = indexOf(district).buildingRow.get(id)!;
  const { connection } = building;
  const station = stationOf(district, building);
  const facts = factsOf(building, indexOf(district).floorAreaM2[row]!, speech);
  return (
    <>
      <OldMark />
      {building.name === undefined ? null : <p className="headline">{building.name}</p>}
      <div className="figures">
        <div>
          <span className="figure-label">
            {words(netW < 0 ? 'inspector.building.exports' : 'inspector.building.imports')}
          </span>
          <span className="figure">{quantity(Math.abs(netW), 'W')}</span>
        </div>
        <button
          type="button"
          className="button"
          onClick={() => actions.jumpToWorstHour({ kind: 'building', id })}
        >
          <Icon name="peak" />
          <span>{words('inspector.building.jump')}</span>
        </button>
      </div>
      <StationChange id={id} />
      <WayOutHere selection={{ kind: 'building', id }} />
      {connection === null ? null : (
        <p className="connect-open">
          <button
            type="button"
            className="button"
            onClick={() => actions.connect.open({ kind: 'building', id })}
          >
            <Icon name="plug" />
            <span>{words('inspector.connect')}</span>
          </button>
        </p>
      )}
      <dl className="facts with-origin">
        {facts.map(([label, value, from]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            <dd className={`origin ${from}`}>{from === '' ? '' : words(`facts.origins.${from}`)}</dd>
          </div>
        ))}
        {station === null ? null : (
          <div>
            <dt>{words('inspector.building.transformer')}</dt>
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
      {connection === null ? null : <SupplyLinks busId={connection.busId} />}
      <LazyPart fallback={null}>
        <BuildingLandmarks building={building} scenarioId={scenarioId} />
      </LazyPart>
      <AnnualBars row={row} />
      <BuildingWeek />
      <BuildingCorrections building={building} />
    </>
  );
}

type Origin = 'given' | 'derived' | 'assumed';
type Fact = readonly [label: string, value: string, from: Origin | ''];

/** What a building is, each fact with where it comes from; what a measure has put in comes from nowhere. */
function factsOf(building: Building, floorM2: number, speech: Speech): readonly Fact[] {
  const { words, number } = speech;
  const { evidence, connection } = building;
  const origin = (attribute: keyof typeof evidence) => evidence[attribute] ?? 'given';
  const built = `${building.constructionYear}, ${words(`facts.envelopes.${building.envelope}`)}`;
  const storeys = words('inspector.building.storeys', { count: building.levels });
  return [
    [words('inspector.building.use'), words(`facts.uses.${building.use}`), origin('use')],
    [words('inspector.building.built'), built, origin('constructionYear')],
    [words('inspector.building.area'), `${number(floorM2)} m², ${storeys}`, origin('levels')],
    [words('inspector.building.households'), String(building.households), origin('households')],
    [words('inspector.building.heating'), words(`facts.heatings.${building.heating}`), origin('heating')],
    ...deviceFacts(building, speech),
    [
      words('inspector.building.connection'),
      connection === null
        ? words('inspector.building.noConnection')
        : words('inspector.building.connectionValue', {
            phases: connection.phases.join(' '),
            fuse: connection.mainFuseA,
          }),
      origin('connection'),
    ],
  ];
}

function deviceFacts(building: Building, { words, number, quantity }: Speech): readonly Fact[] {
  const { photovoltaics, vehicles, battery, flexibleHeating } = building;
  const facts: Fact[] = [];
  if (photovoltaics !== null) {
    const power = quantity(photovoltaics.peakW, 'W');
    facts.push([words('inspector.building.photovoltaics'), words('inspector.building.peak', { power }), '']);
  }
  if (vehicles !== null) {
    const charged = words(`facts.charging.${vehicles.control}`);
    facts.push([words('inspector.building.cars'), `${vehicles.count}, ${charged}`, '']);
  }
  if (battery !== undefined) {
    const control = words(`facts.battery.${battery.control.kind}`);
    const text = `${number(battery.capacityJ / 3.6e6)} kWh, ${control}`;
    facts.push([words('inspector.building.battery'), text, '']);
  }
  if (flexibleHeating !== undefined) {
    const { fromHour, toHour }: DailyHours = flexibleHeating.peakHours;
    const text = words('inspector.building.hours', { from: fromHour, to: toHour });
    facts.push([words('inspector.building.avoids'), text, '']);
  }
  return facts;
}

/** What few buildings have stands in the table of those only. */
const RARE_USES: ReadonlySet<EndUse> = new Set([
  'vehicleDischarging',
  'batteryCharging',
  'batteryDischarging',
]);

/** Electricity of the year by end use, the baseline as an outline. */
function AnnualBars({ row }: { readonly row: number }) {
  const theme = useTheme();
  const { words, number } = useSpeech();
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const baseline = useAppState((state) => runOf(state, BASELINE_ID).result);
  if (result === null) return null;
  const uses = END_USES.length;
  const own = END_USES.map((_, use) => result.table.buildingEndUseJ[row * uses + use]!);
  const before = END_USES.map((_, use) => baseline?.table.buildingEndUseJ[row * uses + use] ?? Number.NaN);
  const most = Math.max(1, ...own, ...before.filter(Number.isFinite));
  return (
    <section aria-label={words('inspector.building.year')}>
      <h3>{words('inspector.building.year')}</h3>
      <table className="end-uses">
        <thead>
          <tr>
            <th scope="col">{words('inspector.building.endUse')}</th>
            <th scope="col">
              <span className="hidden">{words('inspector.building.bar')}</span>
            </th>
            <th scope="col" className="number">
              kWh
            </th>
            <th scope="col" className="number">
              {words('inspector.baselineColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {END_USES.map((endUse, use) => (
            <tr key={endUse} hidden={RARE_USES.has(endUse) && !(own[use]! > 0) && !(before[use]! > 0)}>
              <th scope="row">{words(`facts.endUses.${endUse}`)}</th>
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
              <td className="number">{number(own[use]! / 3.6e6)}</td>
              <td className="number muted">{number(before[use]! / 3.6e6)}</td>
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
  const { words, number } = useSpeech();
  const year = useAppState((state) => state.buildingYears[shownId(state)]);
  const before = useAppState((state) => state.buildingYears[BASELINE_ID]);
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const isBaseline = useAppState((state) => shownId(state) === BASELINE_ID);
  const name = useAppState((state) => {
    const scenario = scenarioOf(state, shownId(state));
    return scenario === undefined ? '' : scenarioName(scenario, words);
  });
  const step = useAppState((state) => state.step);
  const { fromStep, stepCount } = result === null ? NO_WEEK : weekRange(result, step);
  const xText = useDayText(fromStep, result?.stepS ?? 3600);
  const chart = useMemo(() => {
    if (year === undefined || result === null) return null;
    const kilowatts = (values: Float64Array) => values.map((w) => w / 1000);
    const range = { fromStep, stepCount };
    const week = buildingWeekW(year, result, range);
    const series: ChartSeries[] = END_USES.flatMap((endUse, use) => {
      const values = kilowatts(week.endUseW[use]!);
      if (values.every((value) => value === 0)) return [];
      return [
        { label: words(`facts.endUses.${endUse}`), values, colour: RAMPS.endUses[theme][use]!, width: 1.25 },
      ];
    });
    series.unshift({
      label: words('inspector.building.net', { name }),
      values: kilowatts(week.netW),
      colour: colours.shown,
      width: 2.25,
    });
    if (!isBaseline && before !== undefined) {
      const values = kilowatts(buildingWeekW(before, result, range).netW);
      series.push({
        label: words('inspector.building.net', { name: words('parts.baseline') }),
        values,
        colour: colours.baseline,
        dashed: true,
      });
    }
    return { x: Float64Array.from(week.netW, (_, i) => i), series };
  }, [
    year,
    before,
    result,
    fromStep,
    stepCount,
    theme,
    isBaseline,
    name,
    words,
    colours.shown,
    colours.baseline,
  ]);
  if (chart === null) return <p className="muted">{words('inspector.building.computing')}</p>;
  return (
    <Chart
      title={words('inspector.week')}
      summary={words('inspector.building.weekSummary', {
        most: number(Math.max(...chart.series[0]!.values)),
      })}
      unit="kW"
      x={chart.x}
      xLabel={words('parts.time')}
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
