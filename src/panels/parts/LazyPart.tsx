import { Component, Suspense, type ReactNode } from 'react';
import { lostByReload, useAppState, useWords } from '../../state';

interface PartProps {
  /** What stands there until the part has come. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/**
 * A part of the page that comes when it is asked for. Where it cannot come (the network gone before all of it was kept, or a
 * new release on the server) it says so, and the rest of the page stays.
 */
export function LazyPart({ fallback, children }: PartProps) {
  return (
    <PartBoundary>
      <Suspense fallback={fallback}>{children}</Suspense>
    </PartBoundary>
  );
}

interface BoundaryState {
  readonly isFailed: boolean;
}

export class PartBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  static getDerivedStateFromError(): BoundaryState {
    return { isFailed: true };
  }

  override state: BoundaryState = { isFailed: false };

  override render(): ReactNode {
    return this.state.isFailed ? <PartFailed /> : this.props.children;
  }
}

/** A part that failed once fails for this page: only a page that is loaded anew asks the server again. */
export function PartFailed() {
  const words = useWords();
  const reload = words(`page.reload.${useAppState(lostByReload)}`);
  return (
    <section className="panel callout bad" role="alert">
      <p>{words('page.partFailed', { reload })}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {words('page.tryAgain')}
      </button>
    </section>
  );
}
