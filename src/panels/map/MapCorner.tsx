import { useEffect, useRef, type ReactNode } from 'react';
import { Legend } from './Legend';

/** What lies in the lower left corner of a map or drawing, the legend last. */
export function MapCorner({ children }: { readonly children: ReactNode }) {
  const corner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const legend = corner.current?.lastElementChild ?? null;
    const centre = legend?.closest<HTMLElement>('.centre') ?? null;
    if (legend === null || centre === null) return;
    // What lies over the map keeps above the legend, which takes as many rows as its words need.
    const watch = new ResizeObserver(() =>
      centre.style.setProperty('--legend-height', `${legend.getBoundingClientRect().height}px`),
    );
    watch.observe(legend);
    return () => {
      watch.disconnect();
      centre.style.removeProperty('--legend-height');
    };
  }, []);
  return (
    <div className="map-corner" ref={corner}>
      {children}
      <Legend />
    </div>
  );
}
