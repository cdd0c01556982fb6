import type { KeyboardEvent } from 'react';
import type { Target } from '../scene';
import { useActions, useAppStore, useWords } from '../state';
import { bySeverity } from '../state/view';

/** Single keys, only while the canvas itself has the focus. */
export function useMapKeys(): (event: KeyboardEvent) => void {
  const actions = useActions();
  const words = useWords();
  const store = useAppStore();
  return (event) => {
    if (!(event.target instanceof HTMLCanvasElement) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const state = store.getState();
    const bySize = bySeverity(state);
    const at = bySize.findIndex(({ id }) => id === state.selection?.id);
    const go = (target: Target | undefined) => {
      if (target === undefined) return;
      actions.select(target, true);
      actions.announce(words('map.selected', { kind: words(`facts.kinds.${target.kind}`), id: target.id }));
    };
    const perHour = 3600 / state.stepS;
    switch (event.key) {
      case 'n':
      case 'N':
        go(bySize[at + 1] ?? bySize[0]);
        break;
      case 'p':
      case 'P':
        go(bySize[at - 1] ?? bySize.at(-1));
        break;
      case 'b':
      case 'B':
        actions.holdBaseline(true);
        break;
      case 'Enter':
        if (state.selection === null) go(bySize[0]);
        else actions.jumpToWorstHour(state.selection);
        break;
      case ',':
        actions.setStep(state.step - perHour);
        break;
      case '.':
        actions.setStep(state.step + perHour);
        break;
      case ' ':
        actions.setPlaying(!state.playing);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
}
