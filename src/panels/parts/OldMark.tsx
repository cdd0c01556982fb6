import { isOfOldInputs, useAppState, useWords } from '../../state';

/** What is drawn is of the year before a change that is still being computed, or was not. */
export function OldMark({ scenarioId }: { readonly scenarioId?: string }) {
  const words = useWords();
  const isOld = useAppState((state) => isOfOldInputs(state, scenarioId));
  return isOld ? (
    <p className="old-mark small-text" data-part="old-mark">
      {words('parts.ofOldInputs')}
    </p>
  ) : null;
}
