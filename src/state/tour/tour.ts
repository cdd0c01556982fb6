import type { AppStore } from '../store';
import { isTourStep, nextOpen, stepDone, type TourStep } from './steps';

/** Where a browser keeps how far somebody has come. */
export interface TourMemory {
  read(): string | null;
  write(text: string): void;
}

/** Whether a real event of the user is being handled right now; what a program changes by itself ticks nothing. */
export interface UserHand {
  isActing(): boolean;
}

export interface TourView {
  /** The step on screen; null where all are done. */
  readonly shown: TourStep | null;
  readonly done: readonly TourStep[];
  /** The step that has been ticked last, for saying so. */
  readonly ticked: TourStep | null;
}

/** How far somebody has come; nothing where the text does not read. */
export function doneOf(text: string | null): readonly TourStep[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? [...new Set(kept.filter(isTourStep))] : [];
  } catch {
    return [];
  }
}

/** A tour that somebody is on: it watches the work and ticks what the user has done in it. */
export class Tour {
  private view: TourView;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly store: AppStore,
    private readonly hand: UserHand,
    private readonly memory: TourMemory,
  ) {
    const done = doneOf(memory.read());
    this.view = { shown: nextOpen(null, done), done, ticked: null };
  }

  /** Watches from here on. Returns how to stop. */
  begin(): () => void {
    return this.store.subscribe((now, before) => {
      // What is shown to a room, or restored when a file is opened, is no step of the tour.
      if (!this.hand.isActing() || now.mode !== 'plan' || now.loaded !== before.loaded) return;
      const step = stepDone(now, before, this.view.shown, this.view.done);
      if (step !== null) this.tick(step);
    });
  }

  readonly current = (): TourView => this.view;

  /** Tells whenever the view has changed. Returns how to stop. */
  readonly onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Looks at a step; nothing is ticked by that. */
  show(shown: TourStep): void {
    this.change({ ...this.view, shown, ticked: null });
  }

  /** From the beginning, nothing ticked. */
  again(): void {
    this.memory.write('[]');
    this.change({ shown: nextOpen(null, []), done: [], ticked: null });
  }

  private tick(step: TourStep): void {
    const done = [...this.view.done, step];
    this.memory.write(JSON.stringify(done));
    const stays = this.view.shown !== step;
    this.change({ done, ticked: step, shown: stays ? this.view.shown : nextOpen(step, done) });
  }

  private change(view: TourView): void {
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}
