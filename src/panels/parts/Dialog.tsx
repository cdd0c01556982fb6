import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../../state';
import { IconButton } from './IconButton';
import { MissingParts } from './MissingParts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** The native modal dialog: it holds the focus, Escape closes it, the focus goes back where it was. */
export function Dialog({ title, onClose, children, wide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const words = useWords();
  // Closed before it leaves the page: once it is gone the browser gives the focus back to nobody.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onClose={onClose}
    >
      {/* A header that belongs to no section would be a second banner of the page. */}
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <IconButton icon="close" label={words('parts.close')} onClick={() => dialog.current?.close()} />
      </div>
      <div className="dialog-body" tabIndex={0} role="region" aria-labelledby={heading}>
        <MissingParts />
        {children}
      </div>
    </dialog>
  );
}
