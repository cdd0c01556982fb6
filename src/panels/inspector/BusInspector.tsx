import { VOLTAGE_SCALE } from '../../kpi/landmarks';
import { busOf, supplyOf } from '../../scenario/selectors/supply';
import { runOf, shownId, useActions, useAppState, useSpeech, type Selection } from '../../state';
import { districtOf } from '../../state/view';
import { MISSING, NARROW_NO_BREAK_SPACE } from '../../units';
import { Icon } from '../parts/Icon';
import { LandmarkScale } from '../parts/LandmarkScale';
import { OldMark } from '../parts/OldMark';
import { BehindButtons } from './BehindButtons';
import { FigureName } from './FigureName';
import { WayOutHere } from './WayOutHere';

/** A bus: its voltage over the year, what feeds it, who hangs on it and what lies behind it. */
export function BusInspector({ selection }: { readonly selection: Selection }) {
  const actions = useActions();
  const { words, number, quantity } = useSpeech();
  const { id } = selection;
  const district = useAppState((state) => districtOf(state, shownId(state)));
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const network = district?.network ?? null;
  const row = network?.buses.findIndex((bus) => bus.id === id) ?? -1;
  if (district === null || network === null || row < 0)
    return <p className="muted">{words('inspector.branch.none', { id })}</p>;
  const supply = supplyOf(network);
  const feeding = supply.feedingBranch[row]!;
  const here = district.buildings.filter((building) => busOf(supply, building) === row);
  const at = result?.rows.busIds.indexOf(id) ?? -1;
  const percent = (pu: number | undefined) =>
    pu === undefined ? MISSING : `${number(pu * 100, 4)}${NARROW_NO_BREAK_SPACE}%`;
  return (
    <>
      <OldMark />
      {at < 0 ? null : (
        <div className="jump">
          <button type="button" className="button primary" onClick={() => actions.jumpToWorstHour(selection)}>
            <Icon name="peak" />
            <span>{words('inspector.branch.jump')}</span>
          </button>
        </div>
      )}
      <WayOutHere selection={selection} />
      <BehindButtons selection={selection} />
      <p className="connect-open">
        <button type="button" className="button" onClick={() => actions.connect.open(selection)}>
          <Icon name="plug" />
          <span>{words('inspector.connect')}</span>
        </button>
      </p>
      <dl className="facts">
        <div>
          <dt>
            <FigureName id="nominalVoltage">{words('marked.bus.nominal')}</FigureName>
          </dt>
          <dd>{quantity(network.buses[row]!.nominalVoltageV, 'V')}</dd>
        </div>
        {result === null || at < 0 ? null : (
          <>
            <div>
              <dt>
                <FigureName id="lowestVoltage">{words('marked.bus.lowest')}</FigureName>
              </dt>
              <dd>{percent(result.table.busVMinPu[at])}</dd>
            </div>
            <div>
              <dt>
                <FigureName id="highestVoltage">{words('marked.bus.highest')}</FigureName>
              </dt>
              <dd>{percent(result.table.busVMaxPu[at])}</dd>
            </div>
          </>
        )}
        <div>
          <dt>{words('marked.bus.fedBy')}</dt>
          <dd>
            {feeding < 0 ? (
              words(feeding === -1 ? 'marked.bus.source' : 'marked.bus.unfed')
            ) : (
              <button
                type="button"
                className="link"
                onClick={() =>
                  actions.select(
                    {
                      kind: feeding < supply.branches.lineCount ? 'line' : 'transformer',
                      id: supply.branches.ids[feeding]!,
                    },
                    true,
                  )
                }
              >
                {supply.branches.ids[feeding]}
              </button>
            )}
          </dd>
        </div>
        <div>
          <dt>{words('marked.bus.feeds')}</dt>
          <dd>
            {here.length === 0
              ? '0'
              : here.map((building) => (
                  <button
                    key={building.id}
                    type="button"
                    className="link"
                    onClick={() => actions.select({ kind: 'building', id: building.id }, true)}
                  >
                    {building.id}
                  </button>
                ))}
          </dd>
        </div>
      </dl>
      {result === null || at < 0 ? null : (
        <LandmarkScale
          scale={VOLTAGE_SCALE}
          value={100 * result.table.busVMinPu[at]!}
          name={words('marked.bus.lowest')}
        />
      )}
    </>
  );
}
