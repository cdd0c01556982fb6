import type { Actions, AppStore } from '../state';
import { Follower, snapshotOf, type Snapshot } from '../state/present';

type Message = { readonly kind: 'hello' } | { readonly kind: 'snapshot'; readonly snapshot: Snapshot };

const SEND_DELAY_MS = 60;
const HELLO_MS = 1500;

/** One channel a session: two workshops in one browser do not hear each other. */
const nameOf = (key: string): string => `gridtwin-present-${key}`;

/** The key of a session that an address follows; null for an ordinary window. */
export const projectorKeyOf = (fragment: string): string | null =>
  new URLSearchParams(fragment.replace(/^#/, '')).get('projector');

/** Tells projectors of this browser what the session under way shows, as soon as one of them says hello. */
export function presentTo(store: AppStore, actions: Actions): void {
  let channel: BroadcastChannel | null = null;
  let key: string | null = null;
  let isHeard = false;
  let timer: number | undefined;
  const send = () => {
    timer = undefined;
    const snapshot = snapshotOf(store.getState(), actions.present.replayed());
    channel?.postMessage({ kind: 'snapshot', snapshot } satisfies Message);
  };
  const follow = () => {
    const { present } = store.getState();
    const now = present === null ? null : String(present.startedAtMs);
    if (now !== key) {
      if (isHeard) send();
      channel?.close();
      channel = now === null ? null : new BroadcastChannel(nameOf(now));
      key = now;
      isHeard = false;
      channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
        if (data.kind !== 'hello') return;
        isHeard = true;
        send();
      });
    }
    if (isHeard) timer ??= window.setTimeout(send, SEND_DELAY_MS);
  };
  store.subscribe(follow);
  follow();
}

/** Shows what the window that presents shows; asks for it until it answers. */
export function followPresenter(store: AppStore, actions: Actions, key: string): void {
  const channel = new BroadcastChannel(nameOf(key));
  const follower = new Follower(store, actions);
  const hello = () => channel.postMessage({ kind: 'hello' } satisfies Message);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'snapshot' && follower.take(data.snapshot)) clearInterval(timer);
  });
  const timer = setInterval(hello, HELLO_MS);
  hello();
}
