import { useState } from 'react';
import { useAppState, useWords } from '../../state';
import { groupsOf, MOST_GROUPS, shareOf, spreadOf, type PresentState } from '../../state/present';
import { measureOfType } from '../../state';
import type { Scenario } from '../../model/scenario';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { Tabs } from '../compare/Tabs';
import { Computing } from './Computing';
import { figureText, shareText, useFigures, useRunner, useSay } from './usePresent';
import { Scroll } from '../parts/Scroll';

/** What the groups want, lever by lever, and what comes of it. */
export function GroupsPage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const groups = groupsOf(useAppState((state) => state.history.present));
  const [leaf, setLeaf] = useState<'results' | 'wishes'>('results');
  return (
    <>
      <KeepForm groups={groups} />
      {groups.length === 0 ? (
        <p className="muted">{words('present.noGroups')}</p>
      ) : (
        <Tabs
          label={words('present.groups')}
          tabs={[
            { id: 'results', label: words('present.whatComes') },
            { id: 'wishes', label: words('present.whatTheyWant') },
          ]}
          chosen={leaf}
          onChoose={setLeaf}
        >
          <div hidden={leaf !== 'results'}>
            <Results present={present} groups={groups} />
          </div>
          <div hidden={leaf !== 'wishes'}>
            <Wishes present={present} groups={groups} />
          </div>
        </Tabs>
      )}
    </>
  );
}

function KeepForm({ groups }: { readonly groups: readonly Scenario[] }) {
  const words = useWords();
  const runner = useRunner();
  const suggested = words('present.groupNumber', { row: groups.length + 1 });
  const [typed, setTyped] = useState<string | null>(null);
  if (groups.length >= MOST_GROUPS) return <p className="muted">{words('present.groupsFull')}</p>;
  return (
    <form
      className="present-keep"
      onSubmit={(event) => {
        event.preventDefault();
        runner.keepProposal(typed ?? suggested);
        setTyped(null);
      }}
    >
      <input
        type="text"
        aria-label={words('present.groupName')}
        value={typed ?? suggested}
        maxLength={60}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button primary" disabled={(typed ?? suggested).trim() === ''}>
        <Icon name="plus" />
        {words('present.keepProposal')}
      </button>
      <button type="button" className="button" onClick={() => runner.allToToday()}>
        <Icon name="reset" />
        {words('present.allToToday')}
      </button>
    </form>
  );
}

interface TableProps {
  readonly present: PresentState;
  readonly groups: readonly Scenario[];
}

function Wishes({ present, groups }: TableProps) {
  const words = useWords();
  const say = useSay();
  return (
    <Scroll label={words('present.whatTheyWant')}>
      <table className="present-table" data-testid="wishes" aria-label={words('present.whatTheyWant')}>
        <thead>
          <tr>
            <th scope="col">{words('present.lever')}</th>
            {groups.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{words('present.least')}</th>
            <th scope="col">{words('present.mean')}</th>
            <th scope="col">{words('present.most')}</th>
          </tr>
        </thead>
        <tbody>
          {present.session.levers.map((lever) => {
            const spread = spreadOf(lever, groups);
            return (
              <tr key={lever.id} data-lever={lever.id}>
                <th scope="row">{say(lever.words)}</th>
                {groups.map((group) => (
                  <td key={group.id}>
                    {measureOfType(group, lever.measure) === undefined
                      ? ''
                      : shareText(shareOf(lever, group))}
                  </td>
                ))}
                <td>{spread === null ? '' : shareText(spread.least)}</td>
                <td>{spread === null ? '' : shareText(spread.mean)}</td>
                <td>{spread === null ? '' : shareText(spread.most)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function Results({ present, groups }: TableProps) {
  const words = useWords();
  const say = useSay();
  return (
    <Scroll label={words('present.whatComes')}>
      <table className="present-table" data-testid="results" aria-label={words('present.whatComes')}>
        <thead>
          <tr>
            <th scope="col">{words('present.group')}</th>
            {present.session.kpis.map(({ id, words: name }) => (
              <th key={id} scope="col">
                {say(name)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <ResultRow key={group.id} group={group} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function ResultRow({ group }: { readonly group: Scenario }) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const runner = useRunner();
  const figures = useFigures(group.id);
  const { name } = group;
  return (
    <tr data-group={group.id}>
      <th scope="row">{name}</th>
      {figures.map((figure) => (
        <td key={figure.id} data-figure-of={figure.id}>
          {Number.isFinite(figure.value) ? (
            figureText(figure, language)
          ) : (
            <span className="muted">
              <Computing scenarioId={group.id} />
            </span>
          )}
        </td>
      ))}
      <td className="present-row-ways">
        <IconButton
          icon="goTo"
          label={words('present.showLeversOf', { name })}
          onClick={() => runner.showProposal(group.id)}
        />
        <IconButton
          icon="close"
          label={words('present.removeOf', { name })}
          onClick={() => runner.removeProposal(group.id)}
        />
      </td>
    </tr>
  );
}
