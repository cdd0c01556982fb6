import { useAppState, useWords } from '../../state';
import { percentOf } from '../../state/present';
import { shareText } from './usePresent';

/** "computing 42 %": how far the year of a scenario is. */
export function Computing({ scenarioId }: { readonly scenarioId: string }) {
  const words = useWords();
  const percent = useAppState((state) => percentOf(state, scenarioId));
  return (
    <>
      {words('present.computing')}
      {percent === null ? '' : ` ${shareText(percent / 100)}`}
    </>
  );
}
