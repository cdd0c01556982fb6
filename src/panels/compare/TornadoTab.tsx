import { useEffect, useState } from 'react';
import { runInputOf, scenarioOf, useActions, useAppState, useAppStore, type TornadoStudy } from '../../state';
import { tornadoTable, tornadoView } from '../../state/view';
import { Question } from './Question';
import { shownScenarios, type Shown } from './shown';
import { StudyBar } from './StudyBar';
import { TornadoChart } from './TornadoChart';

const FIRST_KPI = 'worstTransformerLoading';

/** Which uncertain input moves an indicator most, one at a time. Begins by itself when nothing has been asked yet. */
export function TornadoTab({ shown }: { readonly shown: Shown }) {
  const actions = useActions();
  const store = useAppStore();
  const study = useAppState((state) => state.tornado);
  const scenarios = shownScenarios(shown);
  const [ownId, setOwnId] = useState<string | null>(null);
  const [ownKpi, setOwnKpi] = useState<string | null>(null);
  const activeId = useAppState((state) => state.activeId);
  const chosen =
    scenarios.find(({ scenario }) => scenario.id === ownId) ??
    scenarios.find(({ scenario }) => scenario.id === study?.scenario.id) ??
    scenarios.find(({ scenario }) => scenario.id === activeId && scenario.measures.length > 0) ??
    scenarios.at(-1)!;
  const kpiId = ownKpi ?? study?.kpiId ?? FIRST_KPI;
  const { id } = chosen.scenario;
  useEffect(() => {
    if (store.getState().tornado === null) void actions.tornado.ask(id, FIRST_KPI);
  }, [actions, store, id]);
  return (
    <>
      <p className="muted">
        Each input by itself at its low and its high end, all others as the scenario has them. Where nobody
        gave a range it is a placeholder, and says so.
      </p>
      <Question
        shown={shown}
        scenarios={scenarios}
        scenarioId={id}
        kpiId={kpiId}
        onScenario={setOwnId}
        onKpi={setOwnKpi}
        onAsk={() => void actions.tornado.ask(id, kpiId)}
        askText="Tell what matters most"
      />
      {study !== null && study.scenario.id === id && study.kpiId === kpiId ? <Answer study={study} /> : null}
    </>
  );
}

function Answer({ study }: { readonly study: TornadoStudy }) {
  const actions = useActions();
  const { scenario, input, kpiId, status, pace, issues, found } = study;
  const isOld = useAppState((state) => {
    const present = scenarioOf(state, scenario.id);
    return present === undefined || runInputOf(state, present) !== input;
  });
  const asked = found === null ? 0 : found.rows.length + found.pending.length;
  return (
    <>
      <StudyBar
        what="the search for what matters most"
        {...{ status, pace, issues, isOld }}
        detail={found === null ? 'the first inputs come soon' : `${found.rows.length} of ${asked} inputs`}
        onCancel={() => actions.tornado.cancel()}
        onAgain={() => void actions.tornado.ask(scenario.id, kpiId)}
      />
      {found === null ? null : (
        <TornadoChart
          view={tornadoView(found)}
          table={tornadoTable(tornadoView(found))}
          name={scenario.name}
        />
      )}
    </>
  );
}
