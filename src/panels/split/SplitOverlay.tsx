import {
  besideOf,
  runOf,
  scenarioOf,
  scenariosOf,
  shownId,
  useActions,
  useAppState,
  useWords,
  type BesideKind,
} from '../../state';
import { scenarioName } from '../../state/view';
import { Choice } from '../parts/Choice';
import { IconButton } from '../parts/IconButton';
import { Divider } from './Divider';

/** Over a map that shows two scenarios: their names, the divider between them, and the ways to change both. */
export function SplitOverlay() {
  const id = useAppState(besideOf);
  return id === null ? null : <Overlay besideId={id} />;
}

function Overlay({ besideId }: { readonly besideId: string }) {
  const actions = useActions();
  const words = useWords();
  const divide = useAppState((state) => state.divide);
  const kind = useAppState((state) => state.besideKind);
  const scenarios = useAppState(scenariosOf);
  const active = useAppState((state) => state.activeId);
  const shown = useAppState((state) => scenarioOf(state, shownId(state)));
  const beside = scenarios.find(({ id }) => id === besideId);
  const right = shown === undefined ? '' : scenarioName(shown, words);
  const left = beside === undefined ? '' : scenarioName(beside, words);
  const at = `${String(100 * divide)}%`;
  return (
    <section className="split-overlay" aria-label={words('split.title')}>
      <div
        className="split-side left"
        style={{ right: `calc(100% - clamp(150px, ${at} - 18px, 100% - 208px))` }}
      >
        <select
          aria-label={words('split.left')}
          value={besideId}
          onChange={(event) => actions.holdBeside(event.target.value)}
        >
          {scenarios
            .filter(({ id }) => id !== active)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {scenarioName(one, words)}
              </option>
            ))}
        </select>
        <Waiting scenarioId={besideId} />
      </div>
      <div className="split-side right" style={{ left: `clamp(168px, ${at} + 18px, 100% - 190px)` }}>
        <strong>{right}</strong>
        <Waiting scenarioId={shown?.id ?? besideId} />
      </div>
      <Divider left={left} right={right} />
      <div className="split-ways" style={{ left: `clamp(110px, ${at}, calc(100% - 160px))` }}>
        <Choice<BesideKind>
          label={words('split.way')}
          value={kind}
          options={[
            { value: 'swipe', label: words('split.swipe'), title: words('split.swipeTitle') },
            { value: 'pair', label: words('split.pair'), title: words('split.pairTitle') },
          ]}
          onChange={(value) => actions.setBesideKind(value)}
        />
        <IconButton icon="close" label={words('split.end')} onClick={() => actions.holdBeside(null)} />
      </div>
    </section>
  );
}

/** Said where a side has no numbers yet. */
function Waiting({ scenarioId }: { readonly scenarioId: string }) {
  const words = useWords();
  const isThere = useAppState((state) => runOf(state, scenarioId).result !== null);
  return isThere ? null : <span className="muted">{words('split.waiting')}</span>;
}
