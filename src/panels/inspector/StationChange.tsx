import { BASELINE_ID, runOf, shownId, useActions, useAppState, useSpeech } from '../../state';
import { districtOf, stationChange } from '../../state/view';
import { Chip } from '../parts/Chip';

/** What a building that measures have changed, with all the others, does to the transformer it hangs on. */
export function StationChange({ id }: { readonly id: string }) {
  const actions = useActions();
  const isBaseline = useAppState((state) => shownId(state) === BASELINE_ID);
  const district = useAppState((state) => districtOf(state, shownId(state)));
  const baseDistrict = useAppState((state) => districtOf(state, BASELINE_ID));
  const run = useAppState((state) => runOf(state, shownId(state)));
  const base = useAppState((state) => runOf(state, BASELINE_ID));
  const { words: said, language } = useSpeech();
  if (isBaseline) return null;
  const change = stationChange(
    id,
    { district: baseDistrict, result: base.result },
    { district, result: run.result },
    language,
  );
  if (change === null) return null;
  const { transformerId, after, words } = change;
  const isReady = run.status === 'ready' && base.status === 'ready';
  return (
    <p className="station-change" data-testid="station-change">
      <Chip variable="loading" value={after} /> {said('inspector.station.your')}{' '}
      <button
        type="button"
        className="link"
        onClick={() => actions.select({ kind: 'transformer', id: transformerId }, true)}
      >
        {transformerId}
      </button>
      : <b>{words}</b>
      <span className="muted small-text">
        {said(isReady ? 'inspector.station.ready' : 'inspector.station.old')}
      </span>
    </p>
  );
}
