import { useState } from 'react';
import type { Session } from '../../../io/session';

/** A session as it is being prepared: every change can be taken back, to how it was opened. */
export function useSessionDraft(opened: Session) {
  const [past, setPast] = useState<readonly Session[]>([]);
  const [draft, setDraft] = useState(opened);
  return {
    draft,
    isChanged: draft !== opened,
    canUndo: past.length > 0,
    change: (part: Partial<Session>) => {
      setPast([...past, draft]);
      setDraft({ ...draft, ...part });
    },
    undo: () => {
      const last = past.at(-1);
      if (last === undefined) return;
      setPast(past.slice(0, -1));
      setDraft(last);
    },
    /** As it was opened; a step that undo leads back from. */
    restore: () => {
      if (draft === opened) return;
      setPast([...past, draft]);
      setDraft(opened);
    },
  };
}

export type SessionDraft = ReturnType<typeof useSessionDraft>;

export interface PartProps {
  readonly edit: SessionDraft;
}
