import { useEffect } from 'react';
import { useAppState, useWords } from '../../state';

/**
 * In the place of a study that nobody has asked for yet: asks for it, and leaves its place once the study stands. Where its
 * code cannot be fetched the dialog says so, with the way to try again.
 */
export function StudyComing({ ask }: { readonly ask: () => Promise<unknown> }) {
  const words = useWords();
  const isMissing = useAppState((state) => state.missing.length > 0);
  useEffect(() => {
    void ask();
  }, [ask]);
  return isMissing ? null : (
    <p className="muted" role="status" data-part="study-coming">
      {words('parts.opening')}
    </p>
  );
}
