import type { UserHand } from '../../state/tour';

const BY_HAND = ['pointerdown', 'pointerup', 'click', 'keydown', 'keyup', 'input', 'change'] as const;

/**
 * Knows whether a real event of the user is being handled: the browser marks those that no script has made (`isTrusted`). From
 * its first listener to its last everything that changes is the user's; a window in which nothing listens longer is closed by
 * the next task. What is done in the tour itself is no work.
 */
export class EventHand implements UserHand {
  private acting = false;

  /** `tour`: selector of what is no work. */
  constructor(private readonly tour: string) {}

  /** Listens from here on. Returns how to stop. */
  begin(): () => void {
    const listeners = new AbortController();
    const { signal } = listeners;
    const begin = ({ isTrusted, target }: Event) => {
      this.acting = isTrusted && !(target instanceof Element && target.closest(this.tour) !== null);
      setTimeout(() => (this.acting = false), 0);
    };
    for (const kind of BY_HAND) {
      addEventListener(kind, begin, { signal, capture: true });
      addEventListener(kind, () => (this.acting = false), { signal });
    }
    return () => {
      listeners.abort();
      this.acting = false;
    };
  }

  isActing(): boolean {
    return this.acting;
  }
}
