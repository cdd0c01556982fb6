import { useEffect, useState, type RefObject } from 'react';

const FIRST_PX = 640;
const LEAST_PX = 280;

/** Width of an element in CSS pixels: what is drawn in them keeps the size of its text. */
export function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(FIRST_PX);
  useEffect(() => {
    const element = of.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setWidth(Math.max(LEAST_PX, element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [of]);
  return width;
}
