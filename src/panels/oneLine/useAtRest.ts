import { useEffect, useState } from 'react';
import type { Drawing } from './entries';
import { canStretch, type AtRest } from './stretch';
import type { ViewportMoves } from './useViewport';
import { keyOf, windowOf } from './viewport';

const REST_MS = 250;

/**
 * While a wheel or two fingers zoom, what stands on the page is only stretched, and drawn anew when that is over or when it no
 * longer can be: thousands of things are not laid out and painted in every frame.
 */
export function useAtRest({ view, pane, isZooming }: ViewportMoves, of: Drawing): AtRest {
  const now = { of, scale: view.scale, windowKey: keyOf(windowOf(view, pane)) };
  const [rest, setRest] = useState(now);
  const waits = isZooming && rest.of === of && rest.scale !== now.scale && canStretch(rest, view, pane);
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
