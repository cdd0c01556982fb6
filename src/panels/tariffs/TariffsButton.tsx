import { lazy } from 'react';
import type { Scenario } from '../../model/scenario';
import { useWords } from '../../state';
import { scenarioName } from '../../state/view';
import { DialogButton } from '../parts/DialogButton';

const TariffsView = lazy(() => import('./TariffsView').then((module) => ({ default: module.TariffsView })));

/** Opens the tariffs of a scenario; how many are its own is on the button. */
export function TariffsButton({ scenario }: { readonly scenario: Scenario }) {
  const words = useWords();
  const count = scenario.tariffs?.offered.length ?? 0;
  const text = count === 0 ? words('tariffs.open') : words('tariffs.openOwn', { count });
  const title = words('tariffs.title', { name: scenarioName(scenario, words) });
  return (
    <DialogButton icon="edit" text={text} title={title} part="tariffs-open">
      <TariffsView scenario={scenario} />
    </DialogButton>
  );
}
