import type { LeftOut } from '../../study/wayOut';
import { useAppState, useWords } from '../../state';
import { siteName } from '../../state/view';
import { coreWords } from '../../words';

/** Candidates that fell out before the optimiser saw them: each reason once, with its places. */
export function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  if (leftOut.length === 0) return null;
  const places = new Map<string, Set<string>>();
  for (const { siteId, words: what, reason } of leftOut) {
    const text = `${coreWords(language, what)}: ${coreWords(language, reason)}`;
    places.set(text, (places.get(text) ?? new Set()).add(siteName(siteId, language)));
  }
  return (
    <details>
      <summary>{words('wayOut.leftOut', { number: places.size })}</summary>
      <ul className="changes">
        {[...places].map(([text, sites]) => (
          <li key={text}>
            {text} <span className="muted">{[...sites].join(', ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
