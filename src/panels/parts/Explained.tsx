import { useId, type ReactNode } from 'react';

/** What a figure is: how it is counted, of what, and where that comes from. */
export interface Explanation {
  readonly definition: string;
  readonly boundary: readonly [word: string, text: string];
  readonly source: readonly [word: string, text: string];
}

/** The name of a figure that explains itself on focus and under the pointer. */
export function Explained({
  explanation: { definition, boundary, source },
  children,
}: {
  readonly explanation: Explanation;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <span className="explained" tabIndex={0} aria-describedby={id}>
        {children}
      </span>
      <span className="kpi-note explained-note" id={id} role="tooltip">
        <span>{definition}</span>
        {[boundary, source].map(([word, text]) => (
          <span key={word}>
            <b>{word}</b> {text}
          </span>
        ))}
      </span>
    </>
  );
}
