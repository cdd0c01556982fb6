import {
  isAnyOutside,
  shownId,
  shownResult,
  useActions,
  useAppState,
  useSpeech,
  type BranchYear,
  type RunResult,
} from '../../state';
import { standingIn } from '../../state/view';
import { Chip } from '../parts/Chip';
import { Icon } from '../parts/Icon';
import { OldMark } from '../parts/OldMark';

const SHOWN = 5;

/** The most loaded transformers of the year, and the most loaded of the lines that are over their limit, each with its hour. */
export function WorstList() {
  const result = useAppState(shownResult);
  const standing = useAppState((state) => standingIn(state));
  const id = useAppState(shownId);
  const actions = useActions();
  const { words, typed } = useSpeech();
  if (result === null || standing === null) return <p className="muted">{words('inspector.waiting')}</p>;
  const { transformers, transformersOver, linesOver, busesOutside, loadingLimit } = standing;
  const limit = typed(Number((loadingLimit * 100).toPrecision(4)));
  const above = transformersOver.length;
  const listed = [...transformers.slice(0, SHOWN), ...linesOver.slice(0, SHOWN)].sort(
    (a, b) => b.loadingMax - a.loadingMax,
  );
  const more = linesOver.length - SHOWN;
  return (
    <>
      <OldMark />
      <p className="headline">
        {above === 0
          ? words('inspector.noneAbove')
          : words('inspector.above', { above, all: transformers.length, limit })}
        {linesOver.length === 0
          ? null
          : ` ${words('inspector.linesAbove', { count: linesOver.length, limit })}`}
        {busesOutside === 0 ? null : ` ${words('inspector.outsideBand', { count: busesOutside })}`}
      </p>
      {isAnyOutside(standing) ? (
        <p>
          <button
            type="button"
            className="button"
            data-part="way-out-town"
            onClick={() => actions.findWayOutOf(id)}
          >
            <Icon name="goTo" />
            <span>{words('inspector.wayOutTown')}</span>
          </button>
        </p>
      ) : null}
      <ol
        className="worst"
        aria-label={words(linesOver.length === 0 ? 'inspector.worst' : 'inspector.worstOfAll')}
      >
        {listed.map((branch) => (
          <WorstItem key={`${branch.kind} ${branch.id}`} branch={branch} result={result} limit={limit} />
        ))}
      </ol>
      {more > 0 ? <p className="muted small-text">{words('inspector.moreLines', { count: more })}</p> : null}
      <p className="muted small-text">{words('inspector.hint')}</p>
    </>
  );
}

function WorstItem({
  branch: { kind, id, loadingMax, step, aboveH },
  result,
  limit,
}: {
  readonly branch: BranchYear;
  readonly result: RunResult;
  readonly limit: string;
}) {
  const actions = useActions();
  const { words, percent, hours, moment } = useSpeech();
  const most = percent(loadingMax * 100);
  return (
    <li>
      <button
        type="button"
        className={`tight-item ${kind === 'transformer' ? 'worst-item' : 'worst-line'}`}
        onClick={() => {
          actions.select({ kind, id }, true);
          actions.announce(words('inspector.selected', { id, most }));
        }}
      >
        <Chip variable="loading" value={loadingMax * 100} />
        <b>{id}</b>
        <span className="number">{most}</span>
        <span className="muted">
          {words(`facts.kinds.${kind}`)}
          {', '}
          {moment(step, result.stepS, result.startWeekday)}
          {aboveH > 0 ? words('inspector.hoursAbove', { hours: hours(aboveH), limit }) : ''}
        </span>
      </button>
    </li>
  );
}
