import { useId, useState } from 'react';
import {
  HOSTED_IDS,
  HOSTING_DRAWS,
  useActions,
  useAppState,
  useSpeech,
  useWords,
  type ComparableYear,
  type HostedId,
  type NodesStudy,
} from '../../state';
import { hostingConditions, hostingTable, placesShown } from '../../state/view';
import { Scroll } from '../parts/Scroll';
import { PlainTable, SaveTable } from './SaveTable';
import { shownScenarios, type Shown } from './shown';
import { StudyBar } from './StudyBar';
import { useComparable } from './useComparable';

const NUMBERS = [1, 2, 3, 4];

/** How much each feeder of a scenario still takes, and each node of one of them: filled while it is counted. */
export function HostingTab({ shown }: { readonly shown: Shown }) {
  const words = useWords();
  const [ofScenario, ofTechnology] = [useId(), useId()];
  const { ready } = useComparable();
  const activeId = useAppState((state) => state.activeId);
  const nodes = useAppState((state) => state.hostingNodes);
  const [ownId, setOwnId] = useState<string | null>(null);
  const [technology, setTechnology] = useState<HostedId>(nodes?.technology ?? 'photovoltaic');
  const shownIds = shownScenarios(shown).map(({ scenario }) => scenario.id);
  const years = ready.filter(({ scenario }) => shownIds.includes(scenario.id));
  const wanted = ownId ?? nodes?.year.scenario.id ?? activeId;
  const year = years.find(({ scenario }) => scenario.id === wanted) ?? years.at(-1);
  if (year === undefined) return null;
  return (
    <div data-part="hosting-places">
      <p className="row wrap">
        <span className="tag">{words('hosting.screening')}</span>
        <span className="muted">{words('hosting.lead', { draws: HOSTING_DRAWS })}</span>
      </p>
      <div className="row wrap question">
        <span className="row">
          <label htmlFor={ofScenario}>{words('studies.scenario')}</label>
          <select id={ofScenario} value={year.scenario.id} onChange={(event) => setOwnId(event.target.value)}>
            {years.map(({ scenario }) => (
              <option key={scenario.id} value={scenario.id}>
                {nameOf(shown, scenario.id)}
              </option>
            ))}
          </select>
        </span>
        <span className="row">
          <label htmlFor={ofTechnology}>{words('hosting.technology')}</label>
          <select
            id={ofTechnology}
            value={technology}
            onChange={(event) => setTechnology(event.target.value as HostedId)}
          >
            {HOSTED_IDS.map((id) => (
              <option key={id} value={id}>
                {words(`hosting.technologies.${id}`)}
              </option>
            ))}
          </select>
        </span>
      </div>
      {nodes === null ? null : <Nodes study={nodes} name={nameOf(shown, nodes.year.scenario.id)} />}
      <Feeders year={year} technology={technology} />
      <Conditions year={year} technology={technology} />
    </div>
  );
}

const nameOf = ({ comparison, names }: Shown, id: string): string => {
  const key = comparison.scenarios.find(({ scenario }) => scenario.id === id)?.key;
  return key === undefined ? id : names.get(key)!;
};

interface OfYear {
  readonly year: ComparableYear;
  readonly technology: HostedId;
}

/** Every feeder, with what is counted of it, and the way to its nodes. */
function Feeders({ year, technology }: OfYear) {
  const actions = useActions();
  const { words, language } = useSpeech();
  const study = useAppState((state) => state.hosting);
  const district = useAppState((state) => state.loaded?.district ?? null);
  const { feederIds } = year.result.rows;
  const found = placesShown(study, year, technology);
  const table = hostingTable(
    words('hosting.feeder'),
    feederIds.map((id) => found.get(id) ?? id),
    { year, district },
    language,
  );
  return (
    <>
      <div className="row">
        <h3>{words('hosting.feeders')}</h3>
        <span className="spacer" />
        <SaveTable name="hosting-feeders.csv" label={words('hosting.saveFeeders')} table={table} />
      </div>
      <Scroll height="low" label={words('hosting.feeders')}>
        <table className="compare plain">
          <thead>
            <tr>
              {[...table.columns, words('hosting.ofNodes')].map((column, at) => (
                <th key={column} scope="col" className={NUMBERS.includes(at) ? 'number' : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([id, ...cells], row) => (
              <tr key={id} data-feeder={id} data-counted={found.has(feederIds[row]!)}>
                <th scope="row">{id}</th>
                {cells.map((cell, at) => (
                  <td key={table.columns[at + 1]} className={NUMBERS.includes(at + 1) ? 'number' : undefined}>
                    {cell}
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    className="button small"
                    aria-label={words('hosting.askNodes', { feeder: feederIds[row]! })}
                    onClick={() => void actions.hosting.nodes(year, feederIds[row]!, technology)}
                  >
                    {words('hosting.ofNodes')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** The nodes of one feeder, as they come; a cancellation leaves those that are there. */
function Nodes({ study, name }: { readonly study: NodesStudy; readonly name: string }) {
  const actions = useActions();
  const { words, language } = useSpeech();
  const { ready } = useComparable();
  const district = useAppState((state) => state.loaded?.district ?? null);
  const { year, feederId, technology, nodes, status, pace, issues } = study;
  // Asked again, it is asked of the scenario as it stands.
  const now = ready.find(({ scenario }) => scenario.id === year.scenario.id) ?? year;
  const isOld = !ready.some(({ scenario, result }) => scenario === year.scenario && result === year.result);
  const table = hostingTable(words('hosting.node'), nodes, { year, district }, language);
  const title = words('hosting.nodesOf', { feeder: feederId });
  return (
    <section aria-label={title} data-part="hosting-nodes" data-status={isOld ? 'old' : status}>
      <div className="row">
        <h3>
          {title} <span className="tag">{words('hosting.screening')}</span>
        </h3>
        <span className="muted small-text">
          {name}, {words(`hosting.technologies.${technology}`)}
        </span>
        <span className="spacer" />
        <SaveTable name="hosting-nodes.csv" label={words('hosting.saveNodes')} table={table} />
      </div>
      <StudyBar
        what={words('hosting.whatNodes', { feeder: feederId })}
        {...{ status, pace, issues, isOld }}
        detail={words('hosting.standingNodes', { count: nodes.length })}
        onCancel={() => actions.hosting.cancel()}
        onAgain={() => void actions.hosting.nodes(now, feederId, technology)}
      />
      {nodes.length === 0 ? null : <PlainTable table={table} label={title} numbers={NUMBERS} />}
    </section>
  );
}

function Conditions({ year, technology }: OfYear) {
  const { words, language } = useSpeech();
  return (
    <section aria-label={words('hosting.conditionsTitle')} data-part="hosting-conditions">
      <h3>{words('hosting.conditionsTitle')}</h3>
      <ul className="small-text">
        {hostingConditions(year, technology, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
