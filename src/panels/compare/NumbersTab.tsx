import { Fragment, useState } from 'react';
import { comparedRows, comparedTable } from '../../state/view';
import type { CompareTab, Shown } from './shown';
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
  const { comparison, keys, names } = shown;
  const { baselineKey, scenarios } = comparison;
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const penOf = useScenarioPens();
  const rows = comparedRows(comparison, keys, onlyDifferences);
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
          Only what differs
        </label>
        <span className="muted small-text">
          ★ best of those shown; ▲ more, ▼ less than {names.get(baselineKey)}. A name opens what it means.
        </span>
        <span className="spacer" />
        <SaveTable
          name="comparison.csv"
          label="Save this comparison as CSV"
          table={comparedTable(rows, keys, baselineKey, names)}
        />
      </div>
      <div className="scroll tall" tabIndex={0} role="region" aria-label="Indicators of the scenarios">
        <table className="compare numbers">
          <thead>
            <tr>
              <th scope="col">Indicator</th>
              {keys.map((key) => (
                <th key={key} scope="col" className="number">
                  <span className="swatch" style={{ backgroundColor: penOf(idOf(key)) }} /> {names.get(key)}
                  {key === baselineKey ? <span className="tag">held against</span> : null}
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
        {rows.length === 0 ? <p>No indicator differs.</p> : null}
      </div>
      <PresentValues shown={shown} />
    </>
  );
}
