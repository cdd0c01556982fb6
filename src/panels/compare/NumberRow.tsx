import { useActions } from '../../state';
import { BEST_WORDS, inputWord, QUALITY_WORDS, type ComparedRow } from '../../state/view';
import { Icon } from '../parts/Icon';
import type { CompareTab, Shown } from './shown';

interface NumberRowProps {
  readonly row: ComparedRow;
  readonly shown: Shown;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onTab: (tab: CompareTab) => void;
}

/** One indicator; its name opens what it is, and the ways to ask why. */
export function NumberRow({ row: compared, shown, isOpen, onOpen, onTab }: NumberRowProps) {
  const { row, cells, group } = compared;
  return (
    <>
      <tr data-kpi={row.id} data-group={group}>
        <th scope="row">
          <button type="button" className="link quiet" aria-expanded={isOpen} onClick={onOpen}>
            {row.label}
          </button>
        </th>
        {cells.map(({ cell, value, change, isBest }) => (
          <td key={cell.scenarioKey} className={`number ${isBest ? 'best' : ''}`}>
            <span className="value-line">
              {isBest ? (
                <span className="best-mark" data-part="best">
                  {BEST_WORDS}
                </span>
              ) : null}
              <span className="value" data-part="value">
                {value}
              </span>
            </span>
            {change === '' ? null : (
              <span className={`change ${cell.verdict}`} data-part="change">
                {change}
              </span>
            )}
          </td>
        ))}
      </tr>
      {isOpen ? (
        <tr className="details">
          <td colSpan={cells.length + 1}>
            <Details compared={compared} shown={shown} onTab={onTab} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

const WAYS = { lower: 'Lower is better.', higher: 'Higher is better.', neither: 'Neither way is better.' };

function Details({
  compared: { row, cells },
  shown: { comparison, names },
  onTab,
}: {
  readonly compared: ComparedRow;
  readonly shown: Shown;
  readonly onTab: (tab: CompareTab) => void;
}) {
  const actions = useActions();
  const { baselineKey, scenarios } = comparison;
  const idOf = (key: string) => scenarios.find((one) => one.key === key)!.scenario.id;
  const others = cells.filter(({ cell }) => cell.scenarioKey !== baselineKey);
  return (
    <div className="kpi-details">
      <p>
        {row.definition} {WAYS[row.betterWhen]}
      </p>
      <dl className="facts">
        <div>
          <dt>Boundary</dt>
          <dd>{row.boundary}</dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd>{row.source}</dd>
        </div>
        {cells.map(({ cell: { scenarioKey, quality, because } }) => (
          <div key={scenarioKey}>
            <dt>Inputs of {names.get(scenarioKey)}</dt>
            <dd>
              {QUALITY_WORDS[quality]}
              {because.length === 0 ? '' : `: ${because.map(inputWord).join(', ')}`}
            </dd>
          </div>
        ))}
      </dl>
      <div className="row wrap">
        {others.map(({ cell: { scenarioKey } }) => (
          <button
            key={scenarioKey}
            type="button"
            className="button small"
            onClick={() => {
              void actions.difference.explain(idOf(baselineKey), idOf(scenarioKey), row.id);
              onTab('shares');
            }}
          >
            <Icon name="goTo" /> What each measure adds in {names.get(scenarioKey)}
          </button>
        ))}
        {others.map(({ cell: { scenarioKey } }) => (
          <button
            key={scenarioKey}
            type="button"
            className="button small"
            onClick={() => {
              void actions.tornado.ask(idOf(scenarioKey), row.id);
              onTab('tornado');
            }}
          >
            <Icon name="goTo" /> What matters most in {names.get(scenarioKey)}
          </button>
        ))}
      </div>
    </div>
  );
}
