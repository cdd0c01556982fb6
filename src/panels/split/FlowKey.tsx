import { useAppState, useSpeech } from '../../state';
import { FLOW_FROM_W } from '../../state/display';

/** What the signs on the cables say. */
export function FlowKey() {
  const { words, typed } = useSpeech();
  const isShown = useAppState((state) => state.showsFlow && state.showGrid && state.look === 'data');
  return isShown ? (
    <section className="flow-key" aria-label={words('split.flow')}>
      <span>{words('split.flowWay')}</span>
      <ul>
        {FLOW_FROM_W.map((fromW, at) => (
          <li key={fromW}>
            <span className="signs" aria-hidden="true">
              {'›'.repeat(at + 1)}
            </span>{' '}
            {words('split.flowFrom', { from: typed(fromW / 1000) })}
          </li>
        ))}
      </ul>
    </section>
  ) : null;
}
