import { useMemo, useState, type FormEvent } from 'react';
import { BASELINE_ID, useActions, useAppState, useWords } from '../../state';
import { foundBy } from '../../state/marked/view';
import { districtOf } from '../../state/view';
import { Choice } from '../parts/Choice';
import { IconButton } from '../parts/IconButton';
import { ConditionRow } from './ConditionRow';
import { attributesOf, rowOf, ruleOf, type Join, type QueryRow } from './queryRows';

/** Elements by what they are: conditions, joined, with how many they give as they are typed. */
export function QueryForm() {
  const kind = useAppState((state) => state.markKind);
  return <QueryOf key={kind} />;
}

function QueryOf() {
  const actions = useActions();
  const words = useWords();
  const kind = useAppState((state) => state.markKind);
  const how = useAppState((state) => state.markHow);
  const language = useAppState((state) => state.language);
  const district = useAppState((state) => districtOf(state, BASELINE_ID));
  const [rows, setRows] = useState<readonly QueryRow[]>([rowOf(attributesOf(kind)[0]!)]);
  const [join, setJoin] = useState<Join>('and');
  const rule = useMemo(() => ruleOf(rows, join, language), [rows, join, language]);
  const found = useMemo(
    () => (district === null || rule === null ? null : foundBy(district, kind, rule)),
    [district, kind, rule],
  );
  const select = (event: FormEvent) => {
    event.preventDefault();
    if (rule !== null) actions.marks.mark(kind, rule, how);
  };
  return (
    <form className="query" aria-label={words('marked.query.label')} onSubmit={select}>
      {rows.map((row, at) => (
        <ConditionRow
          // Conditions have no names; the last one goes, or a middle one closes the gap with its values.
          key={at}
          kind={kind}
          row={row}
          number={at + 1}
          onChange={(changed) => setRows(rows.map((one, other) => (other === at ? changed : one)))}
          onRemove={rows.length === 1 ? null : () => setRows(rows.filter((_, other) => other !== at))}
        />
      ))}
      <div className="row wrap">
        <IconButton
          icon="plus"
          label={words('marked.query.more')}
          text={words('marked.query.more')}
          onClick={() => setRows([...rows, rowOf(attributesOf(kind)[0]!)])}
        />
        {rows.length === 1 ? null : (
          <Choice<Join>
            label={words('marked.query.join')}
            value={join}
            options={[
              { value: 'and', label: words('marked.query.and') },
              { value: 'or', label: words('marked.query.or') },
            ]}
            onChange={setJoin}
          />
        )}
        <button type="submit" className="button primary" disabled={found === null || found.count === 0}>
          {words('marked.query.go')}
        </button>
        <span role="status" className="muted" data-testid="query-found">
          {found === null
            ? words('marked.query.incomplete')
            : (found.problems[0] ?? words(`marked.query.found.${kind}`, { count: found.count }))}
        </span>
      </div>
    </form>
  );
}
