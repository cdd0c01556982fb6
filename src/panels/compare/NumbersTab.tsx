import { Fragment, useState } from 'react';
import { useAppState, useWords } from '../../state';
import { comparedRows, comparedTable } from '../../state/view';
import { Scroll } from '../parts/Scroll';
import type { CompareTab, Shown } from './shown';
import { InputsPart } from './InputsPart';
import { NumberRow } from './NumberRow';
import { PresentValues } from './PresentValues';
import { SaveTable } from './SaveTable';
import { useScenarioPens } from './useScenarioPens';

interface NumbersTabProps {
  readonly shown: Shown;
  readonly onTab: (tab: CompareTab) => void;
}

/** Scenarios beside each other, indicator by indicator; the best value has a star and the word. */
export function NumbersTab({ shown, onTab }: NumbersTabProps) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { comparison, keys, names } = shown;
  const { baselineKey, scenarios } = comparison;
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const penOf = useScenarioPens();
  const rows = comparedRows(comparison, keys, onlyDifferences, language);
  const groups = [...new Set(rows.map(({ group }) => group))];
  const idOf = (key: string) => scenarios.find((one) => one.key === key)!.scenario.id;
  return (
    <>
      <div className="row wrap">
        <label className="row">
          <input
            type="checkbox"
            checked={onlyDifferences}
            onChange={() => setOnlyDifferences(!onlyDifferences)}
          />
          {words('compare.numbers.only')}
        </label>
        <span className="muted small-text">
          {words('compare.numbers.key', { baseline: names.get(baselineKey)! })}
        </span>
        <span className="spacer" />
        <SaveTable
          name="comparison.csv"
          label={words('compare.numbers.save')}
          table={comparedTable(rows, keys, baselineKey, names, language)}
        />
      </div>
      <Scroll height="tall" label={words('compare.numbers.label')}>
        <table className="compare numbers">
          <thead>
            <tr>
              <th scope="col">{words('compare.numbers.indicator')}</th>
              {keys.map((key) => (
                <th key={key} scope="col" className="number">
                  <span className="swatch" style={{ backgroundColor: penOf(idOf(key)) }} /> {names.get(key)}
                  {key === baselineKey ? (
                    <span className="tag">{words('compare.numbers.against')}</span>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Fragment key={group}>
                <tr className="group">
                  <th scope="colgroup" colSpan={keys.length + 1}>
                    {group}
                  </th>
                </tr>
                {rows
                  .filter((row) => row.group === group)
                  .map((row) => (
                    <NumberRow
                      key={row.row.id}
                      row={row}
                      shown={shown}
                      isOpen={open === row.row.id}
                      onOpen={() => setOpen(open === row.row.id ? null : row.row.id)}
                      onTab={onTab}
                    />
                  ))}
              </Fragment>
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? <p>{words('compare.numbers.none')}</p> : null}
      </Scroll>
      <InputsPart shown={shown} />
      <PresentValues shown={shown} />
    </>
  );
}
