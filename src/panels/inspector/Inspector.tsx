import { lazy, useId, type ReactNode } from 'react';
import { useActions, useAppState, useWords } from '../../state';
import { IconButton } from '../parts/IconButton';
import { LazyPart } from '../parts/LazyPart';
import { BranchInspector } from './BranchInspector';
import { WorstList } from './WorstList';

const BuildingInspector = lazy(() =>
  import('./BuildingInspector').then((module) => ({ default: module.BuildingInspector })),
);

const BusInspector = lazy(() =>
  import('./BusInspector').then((module) => ({ default: module.BusInspector })),
);

const VoltageProfile = lazy(() =>
  import('./VoltageProfile').then((module) => ({ default: module.VoltageProfile })),
);

/** What is selected, or what deserves to be; `before` stands above that while nothing is selected. */
export function Inspector({ before }: { readonly before?: ReactNode }) {
  const heading = useId();
  const words = useWords();
  const selection = useAppState((state) => state.selection);
  const actions = useActions();
  return (
    <aside
      id="inspector"
      tabIndex={-1}
      className="panel right"
      aria-labelledby={heading}
      data-testid="inspector"
    >
      <header className="panel-head">
        <h2 id={heading}>
          {selection === null
            ? words('inspector.tight')
            : `${words(`facts.kinds.${selection.kind}`)} ${selection.id}`}
        </h2>
        {selection === null ? null : (
          <>
            <IconButton
              icon="goTo"
              label={words('inspector.showOnMap')}
              onClick={() => actions.select(selection, true)}
            />
            <IconButton icon="close" label={words('inspector.end')} onClick={() => actions.select(null)} />
          </>
        )}
      </header>
      {selection === null ? (
        <>
          {before}
          <WorstList />
        </>
      ) : selection.kind === 'building' ? (
        <LazyPart fallback={null}>
          <BuildingInspector key={selection.id} id={selection.id} />
        </LazyPart>
      ) : selection.kind === 'bus' ? (
        <LazyPart fallback={null}>
          <BusInspector key={selection.id} selection={selection} />
        </LazyPart>
      ) : (
        <BranchInspector key={selection.id} selection={selection} />
      )}
      {selection === null || selection.kind === 'building' ? null : (
        <LazyPart fallback={null}>
          <VoltageProfile selection={selection} />
        </LazyPart>
      )}
    </aside>
  );
}
