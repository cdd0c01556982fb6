import { lazy } from 'react';
import type { Scenario } from '../../model/scenario';
import { useWords } from '../../state';
import { scenarioName } from '../../state/view';
import { DialogButton } from '../parts/DialogButton';

const ScorecardView = lazy(() =>
  import('./ScorecardView').then((module) => ({ default: module.ScorecardView })),
);

/** Opens the U4SSC indicators of the scenario's year. */
export function ScorecardButton({ scenario }: { readonly scenario: Scenario }) {
  const words = useWords();
  const title = words('scorecard.title', { name: scenarioName(scenario, words) });
  return (
    <DialogButton icon="compare" text={words('scorecard.open')} title={title} part="scorecard-open">
      <ScorecardView scenario={scenario} />
    </DialogButton>
  );
}
