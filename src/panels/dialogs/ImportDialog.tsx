import { lazy } from 'react';
import { useWords, type ImportWishes } from '../../state';
import { Dialog } from '../parts/Dialog';
import { LazyPart } from '../parts/LazyPart';
import type { LoadTemplate } from './Templates';

export { IssueTable } from './IssueTable';

const ImportView = lazy(() => import('./ImportView').then((module) => ({ default: module.ImportView })));

/** What the dialog asks of whoever reads files. */
export interface ImportHost {
  readonly bring: (files: readonly File[], wishes: ImportWishes) => void;
  /** The same files with other wishes. */
  readonly wish: (wishes: ImportWishes) => void;
  /** Does what is offered; false where it was refused after all. */
  readonly accept: () => Promise<boolean>;
  readonly withdraw: () => void;
  readonly loadTemplate: LoadTemplate;
}

/** Files in; what they are and what would be done with them, or the full list of what is wrong, out. */
export function ImportDialog({ host, onClose }: { readonly host: ImportHost; readonly onClose: () => void }) {
  const words = useWords();
  const leave = () => {
    host.withdraw();
    onClose();
  };
  return (
    <Dialog title={words('dialogs.import.title')} onClose={leave} wide>
      <LazyPart fallback={<p className="muted">{words('parts.opening')}</p>}>
        <ImportView host={host} onDone={onClose} onLeave={leave} />
      </LazyPart>
    </Dialog>
  );
}
