import { useActions, useAppState, useWords } from '../../state';
import { Icon } from '../parts/Icon';

/** Opens the bar of the selection, and closes it while nothing is selected. */
export function MarkButton() {
  const actions = useActions();
  const words = useWords();
  const isOpen = useAppState(({ markTool, marked }) => markTool !== null || marked !== null);
  return (
    <button
      type="button"
      className="button mark-open"
      aria-pressed={isOpen}
      title={words('marked.openTitle')}
      onClick={() => (isOpen ? actions.marks.close() : actions.marks.setTool('pick'))}
    >
      <Icon name="marks" />
      <span>{words('marked.open')}</span>
    </button>
  );
}
