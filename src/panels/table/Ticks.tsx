import { useActions, useWords, type MarkedKind, type Selection } from '../../state';

/** Takes an element into the selection of several, or out of it. By keyboard: Tab from its row, or X on it. */
export function TickRow({
  target,
  isTicked,
  isReached,
}: {
  readonly target: Selection;
  readonly isTicked: boolean;
  /** The row with the focus: its box comes next. */
  readonly isReached: boolean;
}) {
  const actions = useActions();
  const words = useWords();
  return (
    <input
      type="checkbox"
      className="tick"
      tabIndex={isReached ? 0 : -1}
      checked={isTicked}
      aria-label={words('marked.tick', { id: target.id })}
      onClick={(event) => event.stopPropagation()}
      onChange={() => actions.marks.toggle(target)}
    />
  );
}

/** All rows that are shown, or none of them. */
export function TickAll({
  kind,
  ids,
  marked,
}: {
  readonly kind: MarkedKind;
  readonly ids: readonly string[];
  readonly marked: ReadonlySet<string>;
}) {
  const actions = useActions();
  const words = useWords();
  const count = ids.filter((id) => marked.has(id)).length;
  const isAll = count > 0 && count === ids.length;
  return (
    <input
      type="checkbox"
      className="tick"
      checked={isAll}
      ref={(box) => {
        if (box !== null) box.indeterminate = count > 0 && !isAll;
      }}
      disabled={ids.length === 0}
      aria-label={words('marked.tickAll')}
      onChange={() => actions.marks.mark(kind, { kind: 'ids', ids }, isAll ? 'takeAway' : 'add')}
    />
  );
}
