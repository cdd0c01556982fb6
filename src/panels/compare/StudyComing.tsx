import { useEffect, useState } from 'react';
import { useWords } from '../../state';

/**
 * In the place of a study that nobody has asked for yet: asks for it, and leaves its place once the study stands. An answer
 * that comes while it still does not is a study whose code could not be fetched.
 */
export function StudyComing({ ask }: { readonly ask: () => Promise<unknown> }) {
  const words = useWords();
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState<number | null>(null);
  useEffect(() => {
    let isHere = true;
    void ask().then(() => {
      if (isHere) setFailed(tries);
    });
    return () => {
      isHere = false;
    };
  }, [ask, tries]);
  const isFailed = failed === tries;
  return (
    <p
      className={isFailed ? 'callout bad' : 'muted'}
      role="status"
      aria-busy={!isFailed}
      data-part="study-coming"
    >
      {words(isFailed ? 'page.partFailed' : 'parts.opening')}{' '}
      {isFailed ? (
        <button type="button" className="button small" onClick={() => setTries(tries + 1)}>
          {words('page.tryAgain')}
        </button>
      ) : null}
    </p>
  );
}
