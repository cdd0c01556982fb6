import { useMemo, useState, type FormEvent } from 'react';
import { useActions, useAppState, useWords } from '../../state';
import { Conditions } from './Conditions';
import { attributesOf, rowOf, ruleOf, type Join, type QueryRow } from './queryRows';
import { useFound } from './useFound';

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
  const [rows, setRows] = useState<readonly QueryRow[]>([rowOf(attributesOf(kind)[0]!)]);
  const [join, setJoin] = useState<Join>('and');
  const rule = useMemo(() => ruleOf(rows, join, language), [rows, join, language]);
  const found = useFound(kind, rule);
  const select = (event: FormEvent) => {
    event.preventDefault();
    if (rule !== null) actions.marks.mark(kind, rule, how);
  };
  return (
    <form className="query" aria-label={words('marked.query.label')} onSubmit={select}>
      <Conditions
        {...{ kind, rows, join, found, foundName: 'query-found' }}
        onRows={setRows}
        onJoin={setJoin}
      >
        <button type="submit" className="button primary" disabled={found === null || found.count === 0}>
          {words('marked.query.go')}
        </button>
      </Conditions>
    </form>
  );
}
