import { lazy, useState } from 'react';
import type { Scenario } from '../../../model/scenario';
import { useWords } from '../../../state';
import { scenarioName } from '../../../state/view';
import { Dialog } from '../../parts/Dialog';
import { Icon } from '../../parts/Icon';
import { LazyPart } from '../../parts/LazyPart';

const AssumptionsView = lazy(() =>
  import('./AssumptionsView').then((module) => ({ default: module.AssumptionsView })),
);

/** Opens what the scenario on screen stands on; how much of it is its own is on the button. */
export function AssumptionsButton({ scenario }: { readonly scenario: Scenario }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { assumptions = [], limits, spells = [] } = scenario;
  const count = assumptions.length + spells.length + (limits === undefined ? 0 : 1);
  return (
    <>
      <button type="button" className="button" data-part="assumptions-open" onClick={() => setOpen(true)}>
        <Icon name="table" />
        <span>{count === 0 ? words('assumptions.open') : words('assumptions.openOwn', { count })}</span>
      </button>
      {open ? (
        <Dialog
          title={words('assumptions.title', { name: scenarioName(scenario, words) })}
          onClose={() => setOpen(false)}
          wide
        >
          <LazyPart fallback={<p className="muted">…</p>}>
            <AssumptionsView scenario={scenario} />
          </LazyPart>
        </Dialog>
      ) : null}
    </>
  );
}
