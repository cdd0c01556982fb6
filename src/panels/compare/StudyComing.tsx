import { useEffect, useState } from 'react';
import { useWords } from '../../state';
import { PartFailed } from '../parts/LazyPart';

/**
 * In the place of a study that nobody has asked for yet: asks for it, and leaves its place once the study stands. An answer
 * that comes while it still does not is a study whose code could not be fetched.
 */
export function StudyComing({ ask }: { readonly ask: () => Promise<unknown> }) {
  const words = useWords();
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    let isHere = true;
    void ask().then(() => {
      if (isHere) setFailed(true);
    });
    return () => {
      isHere = false;
    };
  }, [ask]);
  return isFailed ? (
    <PartFailed />
  ) : (
    <p className="muted" role="status" data-part="study-coming">
      {words('parts.opening')}
    </p>
  );
}
