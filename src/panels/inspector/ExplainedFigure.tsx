import type { ReactNode } from 'react';
import { useWords } from '../../state';
import { Explained } from '../parts/Explained';
import { FIGURE_ORIGINS, type FigureId } from './figureOrigins';

/** The name of a figure of a selected element, with what it means. */
export function ExplainedFigure({ id, children }: { readonly id: FigureId; readonly children: ReactNode }) {
  const words = useWords();
  const [boundary, source] = FIGURE_ORIGINS[id];
  const explanation = {
    definition: words(`explained.figures.${id}`),
    boundary: [words('explained.boundary'), words(`explained.boundaries.${boundary}`)],
    source: [words('explained.source'), words(`explained.sources.${source}`)],
  } as const;
  return <Explained explanation={explanation}>{children}</Explained>;
}
