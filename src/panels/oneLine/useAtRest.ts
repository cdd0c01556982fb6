import { useEffect, useState } from 'react';
import type { Drawing } from './entries';
import type { ViewportMoves } from './useViewport';
import { windowOf } from './viewport';

const REST_MS = 250;
/** What is drawn for one scale goes half a pane beyond the pane: so far it may shrink until edges without a drawing come in sight. */
const LEAST_STRETCH = 0.5;

/** What is drawn, and how large: the picture of it is moved and stretched until the hand rests. */
export interface AtRest {
  readonly scale: number;
  /** Of the part of the drawing that exists. */
  readonly windowKey: string;
}

/**
 * While a wheel or two fingers zoom, what stands on the page is only stretched, and drawn anew when that is over or goes too far:
 * thousands of things are not laid out and painted in every frame.
 */
export function useAtRest({ view, pane, isZooming }: ViewportMoves, of: Drawing): AtRest {
  const now = { of, scale: view.scale, windowKey: Object.values(windowOf(view, pane)).join(' ') };
  const [rest, setRest] = useState(now);
  const waits =
    isZooming && rest.of === of && rest.scale !== now.scale && now.scale > rest.scale * LEAST_STRETCH;
  const { scale, windowKey } = now;
  useEffect(() => {
    if (!waits) return;
    const rests = setTimeout(() => setRest({ of, scale, windowKey }), REST_MS);
    return () => clearTimeout(rests);
  }, [waits, of, scale, windowKey]);
  if (waits) return rest;
  const isSame = rest.of === of && rest.scale === scale && rest.windowKey === windowKey;
  if (!isSame) setRest(now);
  return now;
}
