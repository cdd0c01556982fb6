import { lazy, useMemo } from 'react';
import { ratingClassOf } from '../../model/ratingClass';
import {
  BASELINE_ID,
  runOf,
  scenarioOf,
  shownId,
  useActions,
  useAppParts,
  useAppState,
  useAppStore,
  useSpeech,
  type Selection,
} from '../../state';
import { wordOf } from '../../state/display';
import { branchLoadings, districtOf, indexOf, judgeOf, scenarioName, shownBranch } from '../../state/view';
import { sourceWords } from '../../words';
import { Chip } from '../parts/Chip';
import { Icon } from '../parts/Icon';
import { LazyPart } from '../parts/LazyPart';
import { OldMark } from '../parts/OldMark';
import { BehindButtons } from './BehindButtons';
import { BranchCharts } from './BranchCharts';
import { Contributors } from './Contributors';
import { FigureName } from './FigureName';
import { WayOutHere } from './WayOutHere';

const BranchLandmarks = lazy(() =>
  import('./BranchLandmarks').then((module) => ({ default: module.BranchLandmarks })),
);

const HOURS_ABOVE = [
  [80, 'above80H'],
  [100, 'above100H'],
  [120, 'above120H'],
] as const;

/** A transformer or a line: how full it is, when, and who fills it. */
export function BranchInspector({ selection }: { readonly selection: Selection }) {
  const actions = useActions();
  const store = useAppStore();
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const isBaseline = useAppState((state) => shownId(state) === BASELINE_ID);
  const { words, percent, hours: hoursText, moment, language } = useSpeech();
  const name = useAppState((state) => {
    const scenario = scenarioOf(state, shownId(state));
    return scenario === undefined ? '' : scenarioName(scenario, words);
  });
  const now = useAppState((state) => {
    const row = runOf(state, shownId(state)).result?.rows.branchIds.indexOf(selection.id) ?? -1;
    return row < 0 ? Number.NaN : (branchLoadings(state)?.[row] ?? Number.NaN);
  });
  const parts = useAppParts((state) => [
    state.runs[shownId(state)],
    state.runs[BASELINE_ID],
    judgeOf(state, shownId(state)).transformers,
    shownId(state),
  ]);
  const [branch, first] = useMemo(() => {
    // Whatever they read of the state is among these.
    void parts;
    const state = store.getState();
    return [shownBranch(state, selection.id), shownBranch(state, selection.id, BASELINE_ID)];
  }, [parts, store, selection.id]);
  if (result === null || branch === null)
    return <p className="muted">{words('inspector.branch.none', { id: selection.id })}</p>;
  const { table } = result;
  const { row, rating, percentMax: max } = branch;
  const before = isBaseline ? null : first;
  return (
    <>
      <OldMark />
      <div className="figures">
        <div>
          <span className="figure-label">
            <FigureName id="loadingNow">{words('inspector.branch.now')}</FigureName>
          </span>
          <span className="figure" data-testid="loading-now">
            <Chip variable="loading" value={now} /> {percent(now)}
          </span>
          <span className="muted">{wordOf('loading', now, language)}</span>
        </div>
        <div>
          <span className="figure-label">
            <FigureName id="loadingMax">{words('inspector.branch.largest')}</FigureName>
          </span>
          <span className="figure">
            <Chip variable="loading" value={max} /> {percent(max)}
          </span>
          <span className="muted">
            {before === null
              ? name
              : words('inspector.branch.before', { loading: percent(before.percentMax) })}
          </span>
        </div>
      </div>
      {rating === 1 ? null : (
        <p className="muted small-text" data-part="by-hot-spot">
          {words('inspector.branch.byHotSpot', {
            rating: percent(rating * 100),
            most: percent(max * rating),
          })}
        </p>
      )}
      <div className="jump">
        <button type="button" className="button primary" onClick={() => actions.jumpToWorstHour(selection)}>
          <Icon name="peak" />
          <span>{words('inspector.branch.jump')}</span>
        </button>
        <span className="muted small-text">
          {moment(table.branchLoadingMaxStep[row]!, result.stepS, result.startWeekday)}
        </span>
      </div>
      <WayOutHere selection={selection} />
      <BehindButtons selection={selection} />
      <p className="row wrap connect-open">
        <button type="button" className="button" onClick={() => actions.connect.open(selection)}>
          <Icon name="plug" />
          <span>{words('inspector.connect')}</span>
        </button>
        <BatteryHere selection={selection} />
      </p>
      <dl className="facts three">
        {HOURS_ABOVE.map(([share, key]) => (
          <div key={share}>
            <dt>
              <FigureName id="hoursAbove">{words('inspector.branch.above', { percent: share })}</FigureName>
            </dt>
            <dd>{words('inspector.branch.hours', { hours: hoursText(branch[key]) })}</dd>
          </div>
        ))}
      </dl>
      {selection.kind === 'transformer' || selection.kind === 'line' ? (
        <LazyPart fallback={null}>
          <BranchLandmarks kind={selection.kind} percent={max} />
        </LazyPart>
      ) : null}
      <Contributors />
      <BranchCharts selection={selection} />
      <h3>{words('inspector.branch.rating')}</h3>
      <Rating selection={selection} />
    </>
  );
}

/** A battery at this station and no other, where none stands. */
function BatteryHere({ selection }: { readonly selection: Selection }) {
  const actions = useActions();
  const { words } = useSpeech();
  const stands = useAppState(
    (state) =>
      districtOf(state, shownId(state))?.network?.storages.some(
        ({ transformerId }) => transformerId === selection.id,
      ) ?? true,
  );
  if (selection.kind !== 'transformer' || stands) return null;
  return (
    <button
      type="button"
      className="button"
      title={words('inspector.branch.batteryHereTitle')}
      onClick={() => actions.marks.applyAt(selection, 'feederBattery')}
    >
      {words('inspector.branch.batteryHere')}
    </button>
  );
}

function Rating({ selection }: { readonly selection: Selection }) {
  const { words, number, quantity, language } = useSpeech();
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
          <dt>
            <FigureName id="ratedPower">{words('inspector.branch.ratingNameplate')}</FigureName>
          </dt>
          <dd title={sourceWords(language, type.source)}>
            {quantity(type.ratedSVa, 'VA')}, {type.vectorGroup}
          </dd>
        </div>
        <div>
          <dt>{words('inspector.branch.ratingClass')}</dt>
          <dd>{words(`facts.ratingClasses.${ratingClassOf(transformer, type)}`)}</dd>
        </div>
        <div>
          <dt>{words('inspector.branch.source')}</dt>
          <dd>
            {transformer.synthetic ? words('inspector.branch.synthetic') : ''}
            {sourceWords(language, type.source)}
          </dd>
        </div>
        {battery === undefined ? null : (
          <div>
            <dt>
              <FigureName id="battery">{words('inspector.branch.battery')}</FigureName>
            </dt>
            <dd>
              {quantity(battery.powerW, 'W')}, {quantity(battery.capacityJ, 'J')}
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
        <dt>
          <FigureName id="length">{words(`facts.lineRoles.${line.role}`)}</FigureName>
        </dt>
        <dd>
          {line.parallel > 1 ? `${line.parallel} × ` : ''}
          {type.id}, {quantity(line.lengthM, 'm')}
        </dd>
      </div>
      <div>
        <dt>
          <FigureName id="ratedCurrent">{words('inspector.branch.ratingCurrent')}</FigureName>
        </dt>
        <dd>{number(type.ratedCurrentA * line.parallel)} A</dd>
      </div>
      <div>
        <dt>{words('inspector.branch.ratingClass')}</dt>
        <dd>{words(`facts.ratingClasses.${ratingClassOf(line, type)}`)}</dd>
      </div>
      <div>
        <dt>{words('inspector.branch.source')}</dt>
        <dd>
          {line.synthetic ? words('inspector.branch.synthetic') : ''}
          {sourceWords(language, type.source)}
        </dd>
      </div>
    </dl>
  );
}
