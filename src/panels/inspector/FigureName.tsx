import { lazy, Suspense, type ReactNode } from 'react';
import { loadLateWords } from '../../words';
import type { FigureId } from './figureOrigins';

interface NameProps {
  readonly id: FigureId;
  readonly children: ReactNode;
}

/** What figures mean comes after the figures; where it cannot come their names stand alone. */
const ExplainedFigure = lazy<(props: NameProps) => ReactNode>(async () => {
  try {
    const [module] = await Promise.all([import('./ExplainedFigure'), loadLateWords()]);
    return { default: module.ExplainedFigure };
  } catch {
    return { default: ({ children }) => children };
  }
});

/** The name of a figure beside a selected element, which says on focus and under the pointer what it means. */
export function FigureName({ id, children }: NameProps) {
  return (
    <Suspense fallback={children}>
      <ExplainedFigure id={id}>{children}</ExplainedFigure>
    </Suspense>
  );
}
