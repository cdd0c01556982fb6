import { lostByReload, useActions, useAppState, useWords } from '../../state';
import { handFocus } from './handFocus';

/** What was asked for and could not be fetched, and the way to ask again; where it was asked, in every dialog and on the page. */
export function MissingParts({ className = 'callout bad' }: { readonly className?: string }) {
  const actions = useActions();
  const words = useWords();
  const missing = useAppState((state) => state.missing);
  const reload = words(`page.reload.${useAppState(lostByReload)}`);
  if (missing.length === 0) return null;
  const names = missing.map((name) => words(`page.late.${name}`)).join(', ');
  // Most browsers hold on to a failed import for as long as the page stands: then only the page anew asks the server again.
  const again = async () => {
    const hasCome = await actions.fetchAgain();
    // The button went away while it was asked; what has not come brings another one.
    handFocus(
      'dialog[open] .missing-parts button',
      'dialog[open] .dialog-body',
      '.missing-parts button',
      '.view-switch input:checked',
    );
    if (!hasCome && (await isServerThere())) location.reload();
  };
  return (
    <div className={`missing-parts ${className}`} role="alert" data-testid="missing">
      <p>{words('page.missing', { names, reload })}</p>
      <button type="button" className="button" onClick={() => void again()}>
        {words('page.tryAgain')}
      </button>
    </div>
  );
}

/** A page that is left while the server is away might not come back. */
async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch(location.pathname, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
