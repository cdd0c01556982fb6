import { useActions, useAppState, type View } from '../../state';
import { Choice } from '../parts/Choice';

/** The city and the table of its elements: equal citizens. */
export function ViewSwitch({ mapAvailable }: { readonly mapAvailable: boolean }) {
  const actions = useActions();
  const view = useAppState((state) => state.view);
  if (!mapAvailable) return null;
  return (
    <Choice<View>
      label="Main view"
      value={view}
      options={[
        { value: 'map', label: 'Map' },
        { value: 'table', label: 'Table' },
      ]}
      onChange={(value) => actions.setView(value)}
    />
  );
}
