import { supplyOf } from '../../scenario/selectors/supply';
import { BASELINE_ID, useActions, useAppState, useWords } from '../../state';
import { districtOf } from '../../state/view';

/** From a building up the network: its bus, and everybody on its feeder. */
export function SupplyLinks({ busId }: { readonly busId: string }) {
  const actions = useActions();
  const words = useWords();
  const network = useAppState((state) => districtOf(state, BASELINE_ID)?.network ?? null);
  if (network === null) return null;
  const { busRow, feederOfBus } = supplyOf(network);
  const feeder = network.lines[feederOfBus[busRow.get(busId) ?? -1] ?? -1];
  return (
    <p className="row wrap" data-part="supply-links">
      <button
        type="button"
        className="button"
        onClick={() => actions.select({ kind: 'bus', id: busId }, true)}
      >
        {words('marked.ofBus', { id: busId })}
      </button>
      {feeder === undefined ? null : (
        <button
          type="button"
          className="button"
          onClick={() => actions.marks.markDownstream('line', feeder.id)}
        >
          {words('marked.ofFeeder', { id: feeder.id })}
        </button>
      )}
    </p>
  );
}
