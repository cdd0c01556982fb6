import { useAppState, useWords } from '../../state';
import type { PresentState } from '../../state/present';
import { Icon } from '../parts/Icon';
import { useRunner } from './usePresent';

export function Replay({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const runner = useRunner();
  const can = useAppState((state) => state.present !== null && runner.replayed() !== null);
  const { replay } = present;
  return (
    <button type="button" className="button" disabled={!can} onClick={() => void runner.replay()}>
      <Icon name="play" />
      <span>{replay === null ? words('present.replay') : words(`present.${replay}`)}</span>
    </button>
  );
}
