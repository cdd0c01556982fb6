import { lazy } from 'react';
import type { Scenario } from '../../model/scenario';
import { useWords } from '../../state';
import { scenarioName } from '../../state/view';
import { DialogButton } from '../parts/DialogButton';

const TimelineView = lazy(() =>
  import('./TimelineView').then((module) => ({ default: module.TimelineView })),
);

/** From a scenario to its years. */
export function TimelineButton({ scenario }: { readonly scenario: Scenario }) {
  const words = useWords();
  const title = words('timeline.title', { name: scenarioName(scenario, words) });
  return (
    <DialogButton icon="history" text={words('timeline.open')} title={title} part="timeline-open">
      <TimelineView scenario={scenario} />
    </DialogButton>
  );
}
