import type { Issue } from '../../model/outcome';
import { useSpeech } from '../../state';
import { issueWords, placeWords } from '../../words';
import { Scroll } from '../parts/Scroll';

/** Every finding, with where it is and what to do. */
export function IssueTable({ issues }: { readonly issues: readonly Issue[] }) {
  const { words, language } = useSpeech();
  return (
    <Scroll height="low" label={words('dialogs.findings.label')}>
      <table className="compare issues">
        <thead>
          <tr>
            <th scope="col">{words('dialogs.findings.kind')}</th>
            <th scope="col">{words('dialogs.findings.where')}</th>
            <th scope="col">{words('dialogs.findings.field')}</th>
            <th scope="col">{words('dialogs.findings.value')}</th>
            <th scope="col">{words('dialogs.findings.what')}</th>
            <th scope="col">{words('dialogs.findings.remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue, row) => (
            <tr key={row} data-code={issue.code}>
              <td>
                <span className={`tag ${issue.severity}`}>
                  {words(`dialogs.findings.severities.${issue.severity}`)}
                </span>
              </td>
              <td>{[issue.source, placeWords(language, issue)].filter(Boolean).join(', ')}</td>
              <td>{issue.field ?? ''}</td>
              <td>{issue.value ?? ''}</td>
              <td>{issueWords(language, issue).message}</td>
              <td>{issueWords(language, issue).remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
