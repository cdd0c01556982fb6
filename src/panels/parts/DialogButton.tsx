import { useState, type ReactNode } from 'react';
import { useWords } from '../../state';
import { Dialog } from './Dialog';
import { Icon, type IconName } from './Icon';
import { LazyPart } from './LazyPart';

interface DialogButtonProps {
  readonly icon: IconName;
  readonly text: string;
  readonly title: string;
  /** Names the button for the page's styles and tests. */
  readonly part: string;
  /** What loads when it is opened first. */
  readonly children: ReactNode;
}

/** A button and the dialog behind it. */
export function DialogButton({ icon, text, title, part, children }: DialogButtonProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" data-part={part} onClick={() => setOpen(true)}>
        <Icon name={icon} />
        <span>{text}</span>
      </button>
      {open ? (
        <Dialog title={title} onClose={() => setOpen(false)} wide>
          <LazyPart fallback={<p className="muted">{words('parts.opening')}</p>}>{children}</LazyPart>
        </Dialog>
      ) : null}
    </>
  );
}
