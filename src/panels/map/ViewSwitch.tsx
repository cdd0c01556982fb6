import { useActions, useAppState, useWords, type Look, type View } from '../../state';
import { Choice } from '../parts/Choice';

/** The city, the one-line drawing of its network and the table of its elements: equal citizens. */
export function ViewSwitch({ mapAvailable }: { readonly mapAvailable: boolean }) {
  const actions = useActions();
  const words = useWords();
  const view = useAppState((state) => state.view);
  return (
    <Choice<View>
      label={words('map.view')}
      value={view}
      options={[
        ...(mapAvailable ? [{ value: 'map' as const, label: words('map.map') }] : []),
        { value: 'oneLine', label: words('oneLine.view') },
        { value: 'table', label: words('map.table') },
      ]}
      onChange={(value) => actions.setView(value)}
    />
  );
}

/** Materials and sun, or nothing but the data. */
export function LookSwitch() {
  const actions = useActions();
  const words = useWords();
  const look = useAppState((state) => state.look);
  return (
    <Choice<Look>
      label={words('top.look')}
      value={look}
      options={[
        { value: 'scene', label: words('top.scene'), title: words('top.sceneTitle') },
        { value: 'data', label: words('top.data'), title: words('top.dataTitle') },
      ]}
      onChange={(value) => actions.setLook(value)}
    />
  );
}
