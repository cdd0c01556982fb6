import { useActions, useAppState, useWords } from '../../state';
import { inputWord, qualityWord, type ComparedRow } from '../../state/view';
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
  const words = useWords();
  const { row, cells, group, said } = compared;
  return (
    <>
      <tr data-kpi={row.id} data-group={group}>
        <th scope="row">
          <button type="button" className="link quiet" aria-expanded={isOpen} onClick={onOpen}>
            {said.label}
          </button>
        </th>
        {cells.map(({ cell, value, change, isBest }) => (
          <td key={cell.scenarioKey} className={`number ${isBest ? 'best' : ''}`}>
            <span className="value-line">
              {isBest ? (
                <span className="best-mark" data-part="best">
                  {words('compare.numbers.best')}
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

function Details({
  compared: { row, cells, said },
  shown: { comparison, names },
  onTab,
}: {
  readonly compared: ComparedRow;
  readonly shown: Shown;
  readonly onTab: (tab: CompareTab) => void;
}) {
  const actions = useActions();
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { baselineKey, scenarios } = comparison;
  const idOf = (key: string) => scenarios.find((one) => one.key === key)!.scenario.id;
  const others = cells.filter(({ cell }) => cell.scenarioKey !== baselineKey);
  return (
    <div className="kpi-details">
      <p>
        {said.definition} {words(`compare.numbers.ways.${row.betterWhen}`)}
      </p>
      <dl className="facts">
        <div>
          <dt>{words('compare.numbers.boundary')}</dt>
          <dd>{said.boundary}</dd>
        </div>
        <div>
          <dt>{words('compare.numbers.source')}</dt>
          <dd>{said.source}</dd>
        </div>
        {cells.map(({ cell: { scenarioKey, quality, because } }) => (
          <div key={scenarioKey}>
            <dt>{words('compare.numbers.inputsOf', { name: names.get(scenarioKey)! })}</dt>
            <dd>
              {because.length === 0
                ? qualityWord(quality, language)
                : words('compare.numbers.quality', {
                    quality: qualityWord(quality, language),
                    inputs: because.map((name) => inputWord(name, language)).join(', '),
                  })}
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
            <Icon name="goTo" /> {words('compare.numbers.adds', { name: names.get(scenarioKey)! })}
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
            <Icon name="goTo" /> {words('compare.numbers.matters', { name: names.get(scenarioKey)! })}
          </button>
        ))}
      </div>
    </div>
  );
}
