import { useMemo, useState } from 'react';
import type { Scenario } from '../../../model/scenario';
import { BASELINE_ID, useSpeech } from '../../../state';
import { ASSUMPTION_GROUPS, assumptionRows, isFound, type AssumptionGroup } from '../../../state/view';
import { FigureGroup } from './FigureGroup';
import { LimitsSection } from './LimitsSection';
import { SpellsSection } from './SpellsSection';

/** What most people come for. */
const OPEN_AT_FIRST: readonly AssumptionGroup[] = ['prices', 'grants'];

/** Every figure a scenario stands on with its source, its limits and its weather; each can be put otherwise. */
export function AssumptionsView({ scenario }: { readonly scenario: Scenario }) {
  const { words, language } = useSpeech();
  const [typed, setTyped] = useState('');
  const [onlyOwn, setOnlyOwn] = useState(false);
  const isFixed = scenario.id === BASELINE_ID;
  const rows = useMemo(() => assumptionRows(scenario, language), [scenario, language]);
  const text = typed.trim().toLowerCase();
  const found = rows.filter((row) => (!onlyOwn || row.own !== null) && isFound(row, text, language));
  const isNarrowed = onlyOwn || text !== '';
  return (
    <div className="assumptions">
      <p className="muted">{words(isFixed ? 'assumptions.leadBaseline' : 'assumptions.leadScenario')}</p>
      <div className="row wrap">
        <label className="filter">
          <span>{words('assumptions.find')}</span>
          <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        {isFixed ? null : (
          <label className="row">
            <input type="checkbox" checked={onlyOwn} onChange={() => setOnlyOwn(!onlyOwn)} />
            {words('assumptions.onlyOwn')}
          </label>
        )}
      </div>
      {found.length === 0 ? (
        <p className="muted" role="status">
          {words(onlyOwn && text === '' ? 'assumptions.noneOwn' : 'assumptions.notFound')}
        </p>
      ) : null}
      {text !== '' ? null : (
        <div className="settings">
          <LimitsSection scenario={scenario} isFixed={isFixed} />
          {isFixed ? null : <SpellsSection scenario={scenario} />}
        </div>
      )}
      {ASSUMPTION_GROUPS.map((group) => {
        const all = rows.filter((row) => row.group === group);
        const shown = found.filter((row) => row.group === group);
        if (shown.length === 0) return null;
        const opens = isNarrowed || OPEN_AT_FIRST.includes(group) || all.some(({ own }) => own !== null);
        return <FigureGroup key={group} {...{ group, rows: shown, isFixed, opens }} />;
      })}
    </div>
  );
}
