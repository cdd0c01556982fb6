import type { Issue } from '../../model/outcome';
import { useSpeech } from '../../state';
import { issueWords, placeWords } from '../../words';

const SHOWN = 12;

/** Findings in a narrow column: where, what, and what to do about it. */
export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const { language } = useSpeech();
  return (
    <ul className="issue-list">
      {issues.slice(0, SHOWN).map(({ code, where, field, value, ...issue }, row) => (
        <li key={`${row} ${code}`} data-code={code}>
          <b>{[placeWords(language, { where, code }), field].filter(Boolean).join(', ')}</b>
          {where === undefined && field === undefined ? '' : ': '}
          {value === undefined ? '' : `“${value}” `}
          {issueWords(language, issue).message}{' '}
          <span className="muted">{issueWords(language, issue).remedy}</span>
        </li>
      ))}
      {issues.length > SHOWN ? <li className="muted">+ {issues.length - SHOWN}</li> : null}
    </ul>
  );
}
