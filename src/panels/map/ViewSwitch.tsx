import { useActions, useAppState, useWords, type View } from '../../state';
import { Choice } from '../parts/Choice';

/** The city and the table of its elements: equal citizens. */
export function ViewSwitch({ mapAvailable }: { readonly mapAvailable: boolean }) {
  const actions = useActions();
  const words = useWords();
  const view = useAppState((state) => state.view);
  if (!mapAvailable) return null;
  return (
    <Choice<View>
      label={words('map.view')}
      value={view}
      options={[
        { value: 'map', label: words('map.map') },
        { value: 'table', label: words('map.table') },
      ]}
      onChange={(value) => actions.setView(value)}
    />
  );
}
