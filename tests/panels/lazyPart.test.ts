import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { LazyPart, PartBoundary } from '../../src/panels/parts/LazyPart';

/** A part whose file cannot be loaded. The cheapest wrong page: one that React takes away whole, because nobody catches it. */
describe('a part that comes when it is asked for', () => {
  it('stands inside what catches its failure', () => {
    const part = LazyPart({ fallback: 'waits', children: 'content' }) as ReactElement;
    expect(part.type).toBe(PartBoundary);
  });

  it('gives way to words once it has failed, and to itself while it has not', () => {
    const boundary = new PartBoundary({ children: 'content' });
    expect(boundary.render()).toBe('content');
    boundary.state = PartBoundary.getDerivedStateFromError();
    expect(boundary.render()).not.toBe('content');
    expect(boundary.render()).not.toBeNull();
  });
});
