import type { AppState } from '../appState';
import type { Document } from '../document';
import { PresentReplay } from './replay';

/** What is looked at, and how. */
const LOOKED_AT = [
  ...['activeId', 'step', 'stepS', 'variable', 'look', 'view', 'tableKind', 'oneLineAt', 'classFilter'],
  ...['evidenceAttribute', 'selection', 'showGrid', 'showsFlow', 'besideId', 'besideKind', 'divide'],
] as const satisfies readonly (keyof AppState)[];
export type LookedAt = Pick<AppState, (typeof LOOKED_AT)[number]>;

/** Where a session stood when somebody left it to try freely. */
export interface FreeFrom {
  readonly document: Document;
  readonly lookedAt: LookedAt;
}

/** Away from the session into Plan, from any of its steps, and back to exactly where it was. */
export abstract class PresentFree extends PresentReplay {
  /** Nothing of the session changes meanwhile but its clock. */
  goFree(): void {
    const { present, history } = this.state;
    this.stopReplay();
    const lookedAt = Object.fromEntries(LOOKED_AT.map((name) => [name, this.state[name]])) as LookedAt;
    const free = { document: history.present, lookedAt };
    // Both at once: a session that waits while its own mode is on screen has been come back to.
    this.store.setState({
      mode: 'plan',
      ...(present === null ? {} : { present: { ...this.state.present!, page: null, feedback: null, free } }),
    });
  }

  /** Back to where the session was; what was tried meanwhile is one step of history, and undo leads to it. */
  comeBack(): void {
    const free = this.state.present?.free ?? null;
    if (free === null) return;
    const { document, lookedAt } = free;
    if (this.state.history.present !== document)
      this.work.returnTo(document, this.words('present.edit.free'));
    const isOtherLength = this.state.stepS !== lookedAt.stepS;
    this.patch({ free: null });
    this.store.setState({
      ...lookedAt,
      ...{ mode: 'present', playing: false, showsBaseline: false, attribution: null },
      ...(isOtherLength ? { weeks: {}, buildingYears: {} } : {}),
    });
    this.work.show(lookedAt.activeId);
  }

  /** Whoever goes back by the switch of modes takes along what was tried. */
  protected forgetFree(): void {
    const { mode, present } = this.state;
    if (mode === 'present' && present !== null && present.free !== null) this.patch({ free: null });
  }
}
