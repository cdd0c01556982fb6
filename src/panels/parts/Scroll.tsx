import type { ReactNode } from 'react';

interface ScrollProps {
  readonly label: string;
  /** A table with a height of its own scrolls within it both ways; without one only sideways. */
  readonly height?: 'low' | 'tall';
  readonly children: ReactNode;
}

const CLASSES = { low: 'scroll', tall: 'scroll tall' } as const;

/** What may be larger than its place: it scrolls by itself, is reached by keyboard, and has a name. */
export function Scroll({ label, height, children }: ScrollProps) {
  return (
    <div
      className={height === undefined ? 'scroll-x' : CLASSES[height]}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      {children}
    </div>
  );
}
