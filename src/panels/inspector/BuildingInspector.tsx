import { lazy } from 'react';
import { shownId, useActions, useAppState, useSpeech } from '../../state';
import { buildingNetW, districtOf, indexOf } from '../../state/view';
import { Icon } from '../parts/Icon';
import { LazyPart } from '../parts/LazyPart';
import { OldMark } from '../parts/OldMark';
import { AnnualBars } from './AnnualBars';
import { BuildingCorrections } from './BuildingCorrections';
import { factsOf } from './buildingFacts';
import { BuildingWeek } from './BuildingWeek';
import { FigureName } from './FigureName';
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
            <FigureName id="meterNow">
              {words(netW < 0 ? 'inspector.building.exports' : 'inspector.building.imports')}
            </FigureName>
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
        {facts.map(({ label, value, from, figure }) => (
          <div key={label}>
            <dt>{figure === undefined ? label : <FigureName id={figure}>{label}</FigureName>}</dt>
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
