import { shownResult, stepText, transformersByLoading, useActions, useAppState } from '../../state';
import { formatHours, formatPercent } from '../../state/view';
import { Chip } from '../parts/Chip';

const SHOWN = 5;

/** The most loaded transformers of the year, each with its hour. */
export function WorstList() {
  const result = useAppState(shownResult);
  const actions = useActions();
  if (result === null) return <p className="muted">The first results are being computed.</p>;
  const transformers = transformersByLoading(result);
  const above = transformers.filter(({ loadingMax }) => loadingMax > 1).length;
  return (
    <>
      <p className="headline">
        {above === 0
          ? 'No transformer exceeds its rating.'
          : `${above} of ${transformers.length} transformers go above 100 % of their rating.`}
      </p>
      <ol className="worst" aria-label="Most loaded transformers">
        {transformers.slice(0, SHOWN).map(({ id, loadingMax, step, above100H }) => (
          <li key={id}>
            <button
              type="button"
              className="worst-item"
              onClick={() => {
                actions.select({ kind: 'transformer', id }, true);
                actions.announce(`${id} selected: ${formatPercent(loadingMax * 100)} at most.`);
              }}
            >
              <Chip variable="loading" value={loadingMax * 100} />
              <b>{id}</b>
              <span className="number">{formatPercent(loadingMax * 100)}</span>
              <span className="muted">
                {stepText(step, result.stepS, result.startWeekday)}
                {above100H > 0 ? `, ${formatHours(above100H)} h above 100 %` : ''}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="muted small-text">
        Choose one to see its curve, then go to its worst hour and see which buildings cause it. In the map:
        click, or N and P.
      </p>
    </>
  );
}
