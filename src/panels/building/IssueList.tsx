import type { Issue } from '../../model/outcome';

const SHOWN = 12;

/** Findings in a narrow column: where, what, and what to do about it. Readers write English. */
export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <ul className="issue-list" lang="en">
      {issues.slice(0, SHOWN).map(({ code, where, field, value, message, remedy }, row) => (
        <li key={`${row} ${code}`} data-code={code}>
          <b>{[where, field].filter(Boolean).join(', ')}</b>
          {where === undefined && field === undefined ? '' : ': '}
          {value === undefined ? '' : `“${value}” `}
          {message} <span className="muted">{remedy}</span>
        </li>
      ))}
      {issues.length > SHOWN ? <li className="muted">+ {issues.length - SHOWN}</li> : null}
    </ul>
  );
}
