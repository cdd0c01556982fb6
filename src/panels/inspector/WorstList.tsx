import { shownResult, transformersByLoading, useActions, useAppState, useSpeech } from '../../state';
import { Chip } from '../parts/Chip';

const SHOWN = 5;

/** The most loaded transformers of the year, each with its hour. */
export function WorstList() {
  const result = useAppState(shownResult);
  const actions = useActions();
  const { words, percent, hours, moment } = useSpeech();
  if (result === null) return <p className="muted">{words('inspector.waiting')}</p>;
  const transformers = transformersByLoading(result);
  const above = transformers.filter(({ loadingMax }) => loadingMax > 1).length;
  return (
    <>
      <p className="headline">
        {above === 0
          ? words('inspector.noneAbove')
          : words('inspector.above', { above, all: transformers.length })}
      </p>
      <ol className="worst" aria-label={words('inspector.worst')}>
        {transformers.slice(0, SHOWN).map(({ id, loadingMax, step, above100H }) => (
          <li key={id}>
            <button
              type="button"
              className="worst-item"
              onClick={() => {
                actions.select({ kind: 'transformer', id }, true);
                actions.announce(words('inspector.selected', { id, most: percent(loadingMax * 100) }));
              }}
            >
              <Chip variable="loading" value={loadingMax * 100} />
              <b>{id}</b>
              <span className="number">{percent(loadingMax * 100)}</span>
              <span className="muted">
                {moment(step, result.stepS, result.startWeekday)}
                {above100H > 0 ? words('inspector.hoursAbove', { hours: hours(above100H) }) : ''}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="muted small-text">{words('inspector.hint')}</p>
    </>
  );
}
