import type { Issue } from '../../model/outcome';
import { useSpeech } from '../../state';
import { issueWords } from '../../words';

/** Everything that is wrong with a session, by field, with what to do. */
export function Refused({ issues, title }: { readonly issues: readonly Issue[]; readonly title: string }) {
  const { language } = useSpeech();
  return (
    <div className="callout bad" role="alert">
      <p>{title}</p>
      <ul>
        {issues.map(({ field, value, ...issue }, row) => (
          <li key={row}>
            {[field, value].filter(Boolean).join(' ')}: {issueWords(language, issue).message}{' '}
            {issueWords(language, issue).remedy}
          </li>
        ))}
      </ul>
    </div>
  );
}
