import type { Measure } from '../../model/scenario';
import { targetOf } from '../../scenario';
import { useActions, useAppState, useWords } from '../../state';
import type { Reach } from '../../state/marked/reach';

interface MeasureReachProps {
  readonly measure: Measure | undefined;
  readonly reach: Reach;
  /** "of the buildings with a boiler". */
  readonly of: string;
  readonly label: string;
}

/** Whom a measure reaches, in words, and the ways to change that. */
export function MeasureReach({ measure, reach, of, label }: MeasureReachProps) {
  const actions = useActions();
  const words = useWords();
  const marked = useAppState((state) => state.marked);
  const isForMarked =
    measure !== undefined &&
    marked?.kind === targetOf(measure.type) &&
    JSON.stringify(measure.selector?.rule) !== JSON.stringify(marked.rule);
  const isOnly = measure?.selector !== undefined;
  return (
    <div className="whom small-text" role="group" aria-label={words('marked.card.whom', { measure: label })}>
      <span className="muted">
        {words('scenario.reach', { of, count: reach.couldTakePart })}
        {reach.rule === null
          ? null
          : words('scenario.only', {
              whom: words('marked.card.reaches', { count: reach.count, rule: reach.rule }),
            })}
      </span>
      {isForMarked && marked !== null ? (
        <button type="button" className="button small" onClick={() => actions.marks.restrict(measure.id)}>
          {words('marked.card.only', { count: marked.ids.length })}
        </button>
      ) : null}
      {isOnly ? (
        <>
          <button
            type="button"
            className="button small"
            onClick={() => actions.marks.markMeasure(measure.id)}
          >
            {words('marked.card.show')}
          </button>
          <button type="button" className="button small" onClick={() => actions.marks.release(measure.id)}>
            {words('marked.card.everybody')}
          </button>
          <button
            type="button"
            className="button small"
            aria-label={words('marked.card.remove', { measure: label })}
            onClick={() => actions.marks.removeMeasure(measure.id)}
          >
            {words('marked.card.takeOut')}
          </button>
        </>
      ) : null}
    </div>
  );
}
