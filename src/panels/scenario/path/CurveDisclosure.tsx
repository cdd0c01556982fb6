import { lazy, useState } from 'react';
import type { Measure, Scenario } from '../../../model/scenario';
import { useWords } from '../../../state';
import { LazyPart } from '../../parts/LazyPart';

const CurveEditor = lazy(() => import('./CurveEditor').then((module) => ({ default: module.CurveEditor })));

/** How a measure goes over the years, behind a disclosure: what it needs loads when it is opened first. */
export function CurveDisclosure({
  measure,
  scenario,
}: {
  readonly measure: Measure;
  readonly scenario: Scenario;
}) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details data-part="curve" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words('path.summary')}</summary>
      {open ? (
        <LazyPart fallback={<p className="muted">{words('parts.opening')}</p>}>
          <CurveEditor measure={measure} scenario={scenario} />
        </LazyPart>
      ) : null}
    </details>
  );
}
