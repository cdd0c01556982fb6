import { useActions, useAppState, useWords } from '../../state';
import { IconButton } from '../parts/IconButton';

/** What is no result but must be known: what a link brought, what is not kept. The live region speaks it. */
export function ToldNotice() {
  const told = useAppState((state) => state.told);
  const actions = useActions();
  const words = useWords();
  if (told === null) return null;
  return (
    <div className={`told ${told.kind}`} data-testid="told">
      <div>
        <p>{told.text}</p>
        {told.issues.length < 2 ? null : (
          <details>
            <summary>{words('top.notice.reasons', { total: told.issues.length })}</summary>
            <ul>
              {told.issues.map(({ code, where, field, message }) => (
                <li key={`${code}${where ?? ''}${field ?? ''}`}>
                  {message} {where} {field}
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
