import { runInputOf, scenarioOf, useActions, useAppState, type WayOutStudy } from '../../state';
import { siteName } from '../../state/view';
import { counted } from '../../units';
import { IssueTable } from '../dialogs/ImportDialog';
import { Dialog } from '../parts/Dialog';
import { LeftOutList } from './LeftOutList';
import { SetCard } from './SetCard';
import { SiteTable } from './SiteTable';

/** The headline question on one screen: what overloads, since when, because of whom, and what is the cheapest way out. */
export function WayOutDialog() {
  const study = useAppState((state) => (state.showsWayOut ? state.wayOut : null));
  const actions = useActions();
  if (study === null) return null;
  return (
    <Dialog title={titleOf(study)} onClose={() => actions.hideWayOut()} wide>
      <Standing study={study} />
      {study.issues.length === 0 ? null : <IssueTable issues={study.issues} />}
      <Headline study={study} />
      {study.found === null || study.found.violations.length === 0 ? null : (
        <>
          <SiteTable study={study} />
          <Sets study={study} />
          <LeftOutList leftOut={study.found.leftOut} />
        </>
      )}
    </Dialog>
  );
}

const titleOf = ({ scenario, siteIds }: WayOutStudy): string =>
  `The cheapest way out of ${scenario.name}${siteIds === null ? '' : ` at ${siteIds.map(siteName).join(', ')}`}`;

/** How far the search is, with a way to stop it; and whether the question has changed since. */
function Standing({
  study: { status, stage, scenario, input, siteIds, found },
}: {
  readonly study: WayOutStudy;
}) {
  const actions = useActions();
  const isOld = useAppState((state) => {
    const present = scenarioOf(state, scenario.id);
    return present === undefined || runInputOf(state, present) !== input;
  });
  if (status === 'running')
    return (
      <p className="study-state" role="status">
        <progress aria-label="Search for a way out" />
        <span>
          {stage}; {found?.evaluations ?? 0} whole years run
        </span>
        <button type="button" className="button small" onClick={() => actions.wayOut.cancel()}>
          Cancel<span className="hidden"> the search</span>
        </button>
      </p>
    );
  if (!isOld && status === 'ready') return null;
  return (
    <p className="callout">
      {isOld ? 'This answers the scenario as it was before the last change. ' : ''}
      {status === 'ready'
        ? ''
        : `The search ${status === 'failed' ? 'failed' : 'was cancelled'}; what is here is partial. `}
      <button
        type="button"
        className="button small"
        onClick={() => void actions.wayOut.find(scenario.id, siteIds)}
      >
        Search again
      </button>
    </p>
  );
}

function Headline({ study: { found, scenario } }: { readonly study: WayOutStudy }) {
  if (found === null) return null;
  const { violations, elsewhere } = found;
  const places = new Set(violations.map(({ siteId }) => siteId)).size;
  const others =
    elsewhere.length === 0
      ? ''
      : ` ${counted(elsewhere.length, 'element')} at other stations ${elsewhere.length === 1 ? 'is outside its limits and was' : 'are outside theirs and were'} not asked about.`;
  if (violations.length === 0)
    return <p>Nothing is outside its limits here: there is nothing to do.{others}</p>;
  return (
    <p>
      <b>
        {counted(violations.length, 'element')} at {counted(places, 'place')}
      </b>{' '}
      {violations.length === 1 ? 'is outside its' : 'are outside their'} limits in {scenario.year}.{others}
    </p>
  );
}

function Sets({ study: { found, status } }: { readonly study: WayOutStudy }) {
  const sets = found?.sets ?? [];
  if (sets.length === 0)
    return status === 'running' ? (
      <p className="muted">
        Every kind of measure is tried by a whole year of power flow before a set is proposed.
      </p>
    ) : null;
  return (
    <section aria-label="Ways out" className="sets">
      {sets.map((set, row) => (
        <SetCard key={`${row} ${set.name}`} set={set} isFirst={row === 0} />
      ))}
    </section>
  );
}
