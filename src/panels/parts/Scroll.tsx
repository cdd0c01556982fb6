import type { ReactNode } from 'react';

/** What may be wider than its place: it scrolls sideways by itself, is reached by keyboard, and has a name. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
