import { useActions, useWords, type Selection } from '../../state';

/** Everything behind an element of the network, as a selection of several. */
export function BehindButtons({ selection: { kind, id } }: { readonly selection: Selection }) {
  const actions = useActions();
  const words = useWords();
  if (kind === 'building') return null;
  return (
    <p className="row wrap" data-part="behind">
      <button
        type="button"
        className="button"
        title={words(`marked.downstreamOf.${kind}`)}
        onClick={() => actions.marks.markDownstream(kind, id)}
      >
        {words('marked.downstream')}
      </button>
      <button type="button" className="button" onClick={() => actions.marks.markDownstream(kind, id, 'line')}>
        {words('marked.behindLines')}
      </button>
    </p>
  );
}
