import type { LeftOut } from '../../study/wayOut';
import { siteName } from '../../state/view';

/** Candidates that fell out before the optimiser saw them: each reason once, with its places. */
export function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null;
  const places = new Map<string, Set<string>>();
  for (const { siteId, words, reason } of leftOut) {
    const text = `${words}: ${reason}`;
    places.set(text, (places.get(text) ?? new Set()).add(siteName(siteId)));
  }
  return (
    <details>
      <summary>Candidates that fell out ({places.size})</summary>
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
