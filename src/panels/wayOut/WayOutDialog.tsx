import { lazy } from 'react';
import { runInputOf, scenarioOf, useActions, useAppState, useWords, type WayOutStudy } from '../../state';
import { paceText, progressText, scenarioName, siteName, soFarText } from '../../state/view';
import { wordsOf, type Language, loadLateWords } from '../../words';
import { IssueTable } from '../dialogs/ImportDialog';
import { Dialog } from '../parts/Dialog';
import { LazyPart } from '../parts/LazyPart';
import { LeftOutList } from './LeftOutList';
import { SetCard } from './SetCard';
import { SiteTable } from './SiteTable';

const SetsChart = lazy(async () => {
  const [module] = await Promise.all([import('./SetsChart'), loadLateWords()]);
  return { default: module.SetsChart };
});

/** The headline question on one screen: what overloads, since when, because of whom, and what is the cheapest way out. */
export function WayOutDialog() {
  const study = useAppState((state) => (state.showsWayOut ? state.wayOut : null));
  const actions = useActions();
  const language = useAppState((state) => state.language);
  if (study === null) return null;
  return (
    <Dialog title={titleOf(study, language)} onClose={() => actions.hideWayOut()} wide>
      <Standing study={study} />
      {study.issues.length === 0 ? null : <IssueTable issues={study.issues} />}
      <Headline study={study} />
      {study.found === null || study.found.violations.length === 0 ? null : (
        <>
          <SiteTable study={study} />
          <Sets study={study} />
          {study.found.sets.length < 2 ? null : (
            <LazyPart fallback={null}>
              <SetsChart sets={study.found.sets} />
            </LazyPart>
          )}
          <LeftOutList leftOut={study.found.leftOut} />
        </>
      )}
    </Dialog>
  );
}

function titleOf({ scenario, siteIds }: WayOutStudy, language: Language): string {
  const words = wordsOf(language);
  const name = scenarioName(scenario, words);
  if (siteIds === null) return words('wayOut.title', { name });
  return words('wayOut.titleAt', { name, sites: siteIds.map((id) => siteName(id, language)).join(', ') });
}

/** How far the search is, with a way to stop it; and whether the question has changed since. */
function Standing({ study }: { readonly study: WayOutStudy }) {
  const { status, scenario, input, siteIds, pace } = study;
  const actions = useActions();
  const words = useWords();
  const language = useAppState((state) => state.language);
  const isOld = useAppState((state) => {
    const present = scenarioOf(state, scenario.id);
    return present === undefined || runInputOf(state, present) !== input;
  });
  if (status === 'running')
    return (
      <div className="study-state" role="status">
        <progress
          aria-label={words('wayOut.search')}
          {...(pace === null ? {} : { value: pace.done, max: 1 })}
        />
        <span>
          {pace === null
            ? progressText(study, language)
            : words('wayOut.standing', {
                progress: progressText(study, language),
                pace: paceText(pace, language),
              })}
        </span>
        <button type="button" className="button small" onClick={() => actions.wayOut.cancel()}>
          {words('wayOut.cancel')}
          <span className="hidden">{words('wayOut.cancelWhat')}</span>
        </button>
        <span className="muted">{words('wayOut.leave')}</span>
      </div>
    );
  if (!isOld && status === 'ready') return null;
  return (
    <p className="callout">
      {isOld ? words('wayOut.old') : ''}
      {status === 'ready' ? '' : words(`wayOut.${status}`)}
      <button
        type="button"
        className="button small"
        onClick={() => void actions.wayOut.find(scenario.id, siteIds)}
      >
        {words('wayOut.again')}
      </button>
    </p>
  );
}

function Headline({ study: { found, scenario } }: { readonly study: WayOutStudy }) {
  const words = useWords();
  if (found === null) return null;
  const { violations, elsewhere } = found;
  const count = violations.length;
  const others = elsewhere.length === 0 ? '' : words('wayOut.headline.others', { count: elsewhere.length });
  if (count === 0)
    return (
      <p>
        {words('wayOut.headline.nothing')}
        {others}
      </p>
    );
  const places = words('wayOut.headline.places', {
    count: new Set(violations.map(({ siteId }) => siteId)).size,
  });
  return (
    <p>
      <b>{words('wayOut.headline.elements', { count, places })}</b>{' '}
      {words('wayOut.headline.outside', { count, year: scenario.year })}
      {others}
    </p>
  );
}

function Sets({ study }: { readonly study: WayOutStudy }) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { found, status } = study;
  const sets = found?.sets ?? [];
  const soFar = soFarText(study, language);
  if (sets.length === 0)
    return status === 'running' ? (
      <>
        {soFar === null ? null : <p data-part="so-far">{soFar}</p>}
        <p className="muted">{words('wayOut.waiting')}</p>
      </>
    ) : null;
  return (
    <section aria-label={words('wayOut.sets')} className="sets">
      {sets.map((set, row) => (
        <SetCard
          key={`${row} ${set.name}`}
          set={set}
          elsewhere={found?.elsewhere ?? []}
          isFirst={row === 0}
        />
      ))}
    </section>
  );
}
