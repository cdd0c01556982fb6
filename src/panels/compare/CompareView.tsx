import { lazy, useCallback, useEffect, useMemo, useState } from 'react';
import type { Scenario } from '../../model/scenario';
import { BASELINE_ID, useActions, useAppState, useWords, withHostingShown } from '../../state';
import { scenarioName } from '../../state/view';
import { IssueTable } from '../dialogs/ImportDialog';
import { LazyPart } from '../parts/LazyPart';
import { CompareBar } from './CompareBar';
import { CurvesTab } from './CurvesTab';
import { HostingBar } from './HostingBar';
import { NumbersTab } from './NumbersTab';
import { PaymentsTab } from './PaymentsTab';
import { PlacesTab } from './PlacesTab';
import { RankingTab } from './RankingTab';
import { SharesTab } from './SharesTab';
import { COMPARE_TABS, shownOf, type CompareTab, type Shown } from './shown';
import { Tabs } from './Tabs';
import { StudyComing } from './StudyComing';
import { TornadoTab } from './TornadoTab';
import { useComparable } from './useComparable';

const EnergyTab = lazy(() => import('../charts/EnergyTab').then((module) => ({ default: module.EnergyTab })));
const ParetoTab = lazy(() => import('../charts/ParetoTab').then((module) => ({ default: module.ParetoTab })));
const HostingTab = lazy(() => import('./HostingTab').then((module) => ({ default: module.HostingTab })));
const CashTab = lazy(() => import('../charts/CashTab').then((module) => ({ default: module.CashTab })));

const TAB_WORDS = {
  numbers: 'compare.tabs.numbers',
  ranking: 'compare.tabs.ranking',
  curves: 'compare.tabs.curves',
  places: 'compare.tabs.places',
  payments: 'payments.tab',
  energy: 'charts.energyTab',
  pareto: 'charts.paretoTab',
  cash: 'charts.cashTab',
  shares: 'compare.tabs.shares',
  hosting: 'hosting.tab',
  tornado: 'compare.tabs.tornado',
} as const satisfies Readonly<Record<CompareTab, string>>;

/** Every scenario whose year is there, held against one of them: numbers, order, curves, places, and what makes the difference. */
export function CompareView() {
  const actions = useActions();
  const words = useWords();
  const { ready, waiting, unsolved } = useComparable();
  const tabs = useMemo(
    () =>
      COMPARE_TABS.map((id) => ({
        id,
        label: words(TAB_WORDS[id]),
      })),
    [words],
  );
  const study = useAppState((state) => state.comparison);
  const [asked, setAsked] = useState(study?.baselineId ?? BASELINE_ID);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [tab, setTab] = useState<CompareTab>('numbers');
  const baselineId = ready.some(({ scenario }) => scenario.id === asked) ? asked : ready[0]?.scenario.id;
  const hasStudy = study !== null;
  const ask = useCallback(
    () => (baselineId === undefined ? Promise.resolve() : actions.comparison.compare(baselineId)),
    [actions, baselineId],
  );
  useEffect(() => {
    if (hasStudy) void ask();
  }, [ask, hasStudy, ready]);
  const found = study?.found ?? null;
  const hosting = useAppState((state) => state.hosting);
  const language = useAppState((state) => state.language);
  const shown = useMemo(
    () => (found === null ? null : shownOf(withHostingShown(found, hosting), hidden, language)),
    [found, hidden, hosting, language],
  );
  return (
    <>
      <NotCompared waiting={waiting} unsolved={unsolved} />
      <div className="compare-head">
        {baselineId === undefined ? (
          <p className="muted">{words('compare.noYear')}</p>
        ) : (
          <CompareBar
            ready={ready}
            baselineId={baselineId}
            hidden={hidden}
            shown={shown}
            onBaseline={setAsked}
            onHidden={setHidden}
          />
        )}
        {ready.length === 0 ? null : <HostingBar ready={ready} onShow={() => setTab('hosting')} />}
      </div>
      {hasStudy || baselineId === undefined ? null : <StudyComing ask={ask} />}
      {study === null || study.issues.length === 0 ? null : <IssueTable issues={study.issues} />}
      {shown === null ? null : (
        <Tabs label={words('compare.leaves')} tabs={tabs} chosen={tab} onChoose={setTab}>
          <LazyPart fallback={<p className="muted">{words('parts.opening')}</p>}>
            <Leaf tab={tab} shown={shown} onTab={setTab} />
          </LazyPart>
        </Tabs>
      )}
    </>
  );
}

function Leaf({
  tab,
  shown,
  onTab,
}: {
  readonly tab: CompareTab;
  readonly shown: Shown;
  readonly onTab: (tab: CompareTab) => void;
}) {
  switch (tab) {
    case 'numbers':
      return <NumbersTab shown={shown} onTab={onTab} />;
    case 'ranking':
      return <RankingTab shown={shown} />;
    case 'curves':
      return <CurvesTab shown={shown} />;
    case 'places':
      return <PlacesTab shown={shown} />;
    case 'payments':
      return <PaymentsTab shown={shown} />;
    case 'energy':
      return <EnergyTab shown={shown} />;
    case 'pareto':
      return <ParetoTab shown={shown} />;
    case 'cash':
      return <CashTab shown={shown} />;
    case 'shares':
      return <SharesTab shown={shown} />;
    case 'hosting':
      return <HostingTab shown={shown} />;
    case 'tornado':
      return <TornadoTab shown={shown} />;
  }
}

function NotCompared({
  waiting,
  unsolved,
}: {
  readonly waiting: readonly Scenario[];
  readonly unsolved: readonly Scenario[];
}) {
  const words = useWords();
  const names = (scenarios: readonly Scenario[]) =>
    scenarios.map((one) => scenarioName(one, words)).join(', ');
  return (
    <>
      {waiting.length === 0 ? null : (
        <p className="callout">{words('compare.waiting', { names: names(waiting) })}</p>
      )}
      {unsolved.length === 0 ? null : (
        <p className="callout bad">{words('compare.unsolved', { names: names(unsolved) })}</p>
      )}
    </>
  );
}
