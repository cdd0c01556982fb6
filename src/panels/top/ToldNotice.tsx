import { useActions, useAppState, useSpeech } from '../../state';
import { issueWords, placeWords } from '../../words';
import { IconButton } from '../parts/IconButton';

/** What is no result but must be known: what a link brought, what is not kept. The live region speaks it. */
export function ToldNotice() {
  const told = useAppState((state) => state.told);
  const actions = useActions();
  const { words, language } = useSpeech();
  if (told === null) return null;
  return (
    <div className={`told ${told.kind}`} data-testid="told">
      <div>
        <p>{told.text}</p>
        {told.issues.length < 2 ? null : (
          <details>
            <summary>{words('top.notice.reasons', { total: told.issues.length })}</summary>
            <ul>
              {told.issues.map((issue) => (
                <li key={`${issue.code}${issue.where ?? ''}${issue.field ?? ''}`}>
                  {issueWords(language, issue).message} {placeWords(language, issue)} {issue.field}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <IconButton
        icon="close"
        label={words('top.notice.dismissMessage')}
        onClick={() => actions.dismissTold()}
      />
    </div>
  );
}
