import { useEffect, useState } from 'react';

/** Longest that computing waits for the first picture, which something may have kept from coming. */
const LONGEST_MS = 8000;

let settle: () => void;

/**
 * What the page opens on, drawn. The machine is the same for drawing and computing, and what is seen first goes first: the
 * workers start after it.
 */
export const firstPicture = new Promise<void>((resolve) => {
  settle = resolve;
});

/** Where there is nothing to draw, or it stands. */
export const firstPictureIsThere = (): void => settle();

/** In the frame that comes. */
export const firstPictureComes = (): void => void requestAnimationFrame(() => setTimeout(settle));

setTimeout(() => settle(), LONGEST_MS);

/** Only the first picture of a page waits. */
let hasBeenSeen = false;

/** Whether a frame has been drawn since `there`: what is quick to show goes before what takes the graphics a second to begin. */
export function useSeen(there: boolean): boolean {
  const [seen, setSeen] = useState(hasBeenSeen);
  useEffect(() => {
    if (!there || hasBeenSeen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      hasBeenSeen = true;
      setSeen(true);
    };
    const frame = requestAnimationFrame(() => (timer = setTimeout(show)));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [there]);
  return seen;
}
