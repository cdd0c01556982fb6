import { useMemo } from 'react';
import { shownId, useActions, useAppParts, useAppStore, useSpeech, type Selection } from '../../state';
import { brokenAt, brokenText, isMvSite } from '../../state/view';
import { Icon } from '../parts/Icon';

const MOST = 3;

/** Of a line, a transformer or a connection that breaks the limits of the scenario: how, and the way out at its station. */
export function WayOutHere({ selection: { kind, id } }: { readonly selection: Selection }) {
  const actions = useActions();
  const store = useAppStore();
  const { words, language } = useSpeech();
  const parts = useAppParts((state) => [state.runs[shownId(state)], state.history.present, shownId(state)]);
  const broken = useMemo(() => {
    // Whatever it reads of the state is among these.
    void parts;
    return brokenAt(store.getState(), { kind, id });
  }, [parts, store, kind, id]);
  const [first] = broken;
  if (first === undefined) return null;
  const { siteId } = first;
  const label = isMvSite(siteId)
    ? words('places.wayOutMv')
    : siteId === id
      ? words('inspector.branch.wayOut')
      : words('places.wayOutAt', { site: siteId });
  return (
    <div className="way-out-here" data-part="way-out-here">
      <button type="button" className="button" onClick={() => actions.findWayOut([siteId])}>
        <Icon name="goTo" />
        <span>{label}</span>
      </button>
      <ul className="small-text plain-list">
        {broken.slice(0, MOST).map((one) => (
          <li key={`${one.kind} ${one.what} ${one.elementId}`}>{brokenText(one, language)}</li>
        ))}
      </ul>
    </div>
  );
}
