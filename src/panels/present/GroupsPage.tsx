import { useState } from 'react';
import { useAppState, useWords } from '../../state';
import { groupsOf, MOST_GROUPS, shareOf, spreadOf, type PresentState } from '../../state/present';
import { measureOfType } from '../../state';
import type { Scenario } from '../../model/scenario';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { figureText, shareText, useFigures, useRunner, useSay } from './usePresent';

/** What the groups want, lever by lever, and what comes of it. */
export function GroupsPage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const groups = groupsOf(useAppState((state) => state.history.present));
  return (
    <>
      <KeepForm groups={groups} />
      {groups.length === 0 ? (
        <p className="muted">{words('present.noGroups')}</p>
      ) : (
        <>
          <Results present={present} groups={groups} />
          <Wishes present={present} groups={groups} />
        </>
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
    <table className="present-table" data-testid="wishes">
      <caption>{words('present.whatTheyWant')}</caption>
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
                  {measureOfType(group, lever.measure) === undefined ? '' : shareText(shareOf(lever, group))}
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
  );
}

function Results({ present, groups }: TableProps) {
  const words = useWords();
  const say = useSay();
  return (
    <table className="present-table" data-testid="results">
      <caption>{words('present.whatComes')}</caption>
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
        <td key={figure.id}>
          {Number.isFinite(figure.value) ? (
            figureText(figure, language)
          ) : (
            <span className="muted">{words('present.computing')}</span>
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
