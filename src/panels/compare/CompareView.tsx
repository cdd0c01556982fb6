import { useEffect, useMemo, useState } from 'react';
import type { Scenario } from '../../model/scenario';
import { BASELINE_ID, useActions, useAppState } from '../../state';
import { IssueTable } from '../dialogs/ImportDialog';
import { CompareBar } from './CompareBar';
import { CurvesTab } from './CurvesTab';
import { InputsTab } from './InputsTab';
import { NumbersTab } from './NumbersTab';
import { PlacesTab } from './PlacesTab';
import { RankingTab } from './RankingTab';
import { SharesTab } from './SharesTab';
import { COMPARE_TABS, shownOf, type CompareTab, type Shown } from './shown';
import { Tabs } from './Tabs';
import { TornadoTab } from './TornadoTab';
import { useComparable } from './useComparable';

/** Every scenario whose year is there, held against one of them: numbers, order, curves, places, and what makes the difference. */
export function CompareView() {
  const actions = useActions();
  const { ready, waiting, unsolved } = useComparable();
  const study = useAppState((state) => state.comparison);
  const [asked, setAsked] = useState(study?.baselineId ?? BASELINE_ID);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [tab, setTab] = useState<CompareTab>('numbers');
  const baselineId = ready.some(({ scenario }) => scenario.id === asked) ? asked : ready[0]?.scenario.id;
  useEffect(() => {
    if (baselineId !== undefined) void actions.comparison.compare(baselineId);
  }, [actions, baselineId, ready]);
  const found = study?.found ?? null;
  const shown = useMemo(() => (found === null ? null : shownOf(found, hidden)), [found, hidden]);
  return (
    <>
      <NotCompared waiting={waiting} unsolved={unsolved} />
      {baselineId === undefined ? (
        <p className="muted">No year is computed yet: the table comes with the first.</p>
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
      {study === null || study.issues.length === 0 ? null : <IssueTable issues={study.issues} />}
      {shown === null ? null : (
        <Tabs label="Leaves of the comparison" tabs={COMPARE_TABS} chosen={tab} onChoose={setTab}>
          <Leaf tab={tab} shown={shown} onTab={setTab} />
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
    case 'inputs':
      return <InputsTab shown={shown} />;
    case 'ranking':
      return <RankingTab shown={shown} />;
    case 'curves':
      return <CurvesTab shown={shown} />;
    case 'places':
      return <PlacesTab shown={shown} />;
    case 'shares':
      return <SharesTab shown={shown} />;
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
  const names = (scenarios: readonly Scenario[]) => scenarios.map(({ name }) => name).join(', ');
  return (
    <>
      {waiting.length === 0 ? null : <p className="callout">Not computed yet: {names(waiting)}.</p>}
      {unsolved.length === 0 ? null : (
        <p className="callout bad">
          Left out: {names(unsolved)}. The power flow has hours without a solution there, so that the numbers
          of the year are none.
        </p>
      )}
    </>
  );
}
