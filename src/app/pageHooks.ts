import { useEffect, useRef, useState } from 'react';
import { tourMemory, useTheme, type OpenDialog } from '../panels';
import { useActions, useAppStore } from '../state';
import { Typing } from './typing';

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null;

/** The guided tour: offered once, on the first opening that no link has brought about. */
export function useTour() {
  const [is, setIs] = useState<'offered' | 'open' | 'left'>(() =>
    tourMemory.read() === null && location.hash === '' ? 'offered' : 'left',
  );
  useEffect(() => {
    // Seen is offered; how far somebody has come is kept under the same key.
    if (tourMemory.read() === null) tourMemory.write('[]');
  }, []);
  return { is, start: () => setIs('open'), leave: () => setIs('left') } as const;
}

/** The page's own attribute of the theme in force. */
export function useThemeOnPage(): void {
  const theme = useTheme();
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

function useTyping(): Typing {
  const [typing] = useState(() => new Typing());
  useEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    for (const type of ['input', 'keydown', 'change', 'focusout'])
      addEventListener(type, (event) => typing.saw(event), { signal, capture: true });
    return () => listeners.abort();
  }, [typing]);
  return typing;
}

/** Keys that work everywhere on the page. */
export function useGlobalKeys(open: (dialog: OpenDialog) => void): void {
  const actions = useActions();
  const store = useAppStore();
  const typing = useTyping();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (typing.isIn(event.target)) return;
      if (store.getState().isProjector) return;
      const key = event.key.toLowerCase();
      if (event.key === '?' && !isField(event.target)) return open('help');
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (key === 'y' || (key === 'z' && event.shiftKey)) actions.redo();
      else if (key === 'z') actions.undo();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [actions, store, open, typing]);
}

/** Files dropped anywhere on the page; true while files hang over it. */
export function useDroppedFiles(take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) latest.current(files);
    };
    addEventListener('dragover', onOver, { signal });
    addEventListener('drop', onDrop, { signal });
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    return () => listeners.abort();
  }, []);
  return over;
}
