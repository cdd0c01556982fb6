import {
  BASELINE_ID,
  runOf,
  scenarioOf,
  shownId,
  stepText,
  useActions,
  useAppState,
  type Selection,
} from '../../state';
import { wordOf } from '../../state/display';
import {
  branchLoadings,
  districtOf,
  formatHours,
  formatPercent,
  indexOf,
  LINE_ROLE_WORDS,
} from '../../state/view';
import { formatNumber, formatQuantity } from '../../units';
import { Chip } from '../parts/Chip';
import { Icon } from '../parts/Icon';
import { BranchCharts } from './BranchCharts';
import { Contributors } from './Contributors';

/** A transformer or a line: how full it is, when, and who fills it. */
export function BranchInspector({ selection }: { readonly selection: Selection }) {
  const actions = useActions();
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const baseline = useAppState((state) => runOf(state, BASELINE_ID).result);
  const isBaseline = useAppState((state) => shownId(state) === BASELINE_ID);
  const name = useAppState((state) => scenarioOf(state, shownId(state))?.name ?? '');
  const now = useAppState((state) => {
    const row = runOf(state, shownId(state)).result?.rows.branchIds.indexOf(selection.id) ?? -1;
    return row < 0 ? Number.NaN : (branchLoadings(state)?.[row] ?? Number.NaN);
  });
  const row = result?.rows.branchIds.indexOf(selection.id) ?? -1;
  if (result === null || row < 0) return <p className="muted">No results for {selection.id} yet.</p>;
  const { table } = result;
  const hours = (column: Float64Array) => formatHours(column[row]! / 3600);
  const before = baseline === null || isBaseline ? null : (baseline.table.branchLoadingMax[row] ?? null);
  const max = table.branchLoadingMax[row]! * 100;
  return (
    <>
      <div className="figures">
        <div>
          <span className="figure-label">Loading now</span>
          <span className="figure" data-testid="loading-now">
            <Chip variable="loading" value={now} /> {formatPercent(now)}
          </span>
          <span className="muted">{wordOf('loading', now)}</span>
        </div>
        <div>
          <span className="figure-label">Largest of the year</span>
          <span className="figure">
            <Chip variable="loading" value={max} /> {formatPercent(max)}
          </span>
          <span className="muted">{before === null ? name : `Baseline ${formatPercent(before * 100)}`}</span>
        </div>
      </div>
      <div className="jump">
        <button type="button" className="button primary" onClick={() => actions.jumpToWorstHour(selection)}>
          <Icon name="peak" />
          <span>Jump to worst hour</span>
        </button>
        <span className="muted small-text">
          {stepText(table.branchLoadingMaxStep[row]!, result.stepS, result.startWeekday)}
        </span>
      </div>
      <p className="row wrap connect-open">
        {selection.kind === 'transformer' && max > 100 ? (
          <button type="button" className="button" onClick={() => actions.findWayOut([selection.id])}>
            <Icon name="goTo" />
            <span>Cheapest way out here</span>
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => actions.connect.open(selection)}>
          <Icon name="plug" />
          <span>Can something connect here?</span>
        </button>
      </p>
      <dl className="facts three">
        <div>
          <dt>Above 80 %</dt>
          <dd>{hours(table.branchAbove80S)} h</dd>
        </div>
        <div>
          <dt>Above 100 %</dt>
          <dd>{hours(table.branchAbove100S)} h</dd>
        </div>
        <div>
          <dt>Above 120 %</dt>
          <dd>{hours(table.branchAbove120S)} h</dd>
        </div>
      </dl>
      <Contributors />
      <BranchCharts selection={selection} />
      <h3>Rating</h3>
      <Rating selection={selection} />
    </>
  );
}

function Rating({ selection }: { readonly selection: Selection }) {
  const district = useAppState((state) => districtOf(state, shownId(state)));
  if (district === null) return null;
  const index = indexOf(district);
  if (selection.kind === 'transformer') {
    const transformer = index.transformer.get(selection.id);
    const type = transformer && index.transformerType.get(transformer.transformerTypeId);
    if (!transformer || !type) return null;
    const battery = district.network?.storages.find(({ transformerId }) => transformerId === selection.id);
    return (
      <dl className="facts">
        <div>
          <dt>Rating (nameplate)</dt>
          <dd title={type.source}>
            {formatQuantity(type.ratedSVa, 'VA')}, {type.vectorGroup}
          </dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd>
            {transformer.synthetic ? 'synthetic network; ' : ''}
            {type.source}
          </dd>
        </div>
        {battery === undefined ? null : (
          <div>
            <dt>Battery</dt>
            <dd>
              {formatQuantity(battery.powerW, 'W')}, {formatQuantity(battery.capacityJ, 'J')}
            </dd>
          </div>
        )}
      </dl>
    );
  }
  const line = index.line.get(selection.id);
  const type = line && index.lineType.get(line.lineTypeId);
  if (!line || !type) return null;
  return (
    <dl className="facts">
      <div>
        <dt>{LINE_ROLE_WORDS[line.role]}</dt>
        <dd>
          {line.parallel > 1 ? `${line.parallel} × ` : ''}
          {type.id}, {formatQuantity(line.lengthM, 'm')}
        </dd>
      </div>
      <div>
        <dt>Rating (current)</dt>
        <dd>{formatNumber(type.ratedCurrentA * line.parallel)} A</dd>
      </div>
      <div>
        <dt>Source</dt>
        <dd>
          {line.synthetic ? 'synthetic network; ' : ''}
          {type.source}
        </dd>
      </div>
    </dl>
  );
}
