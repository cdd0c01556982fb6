import type { Actions, AppStore } from '../state';
import { Follower, snapshotOf, type Snapshot } from '../state/present';

type Message =
  /** Of a window that follows: send me what you show. */
  | { readonly kind: 'hello' }
  /** Of a window that presents, new on its channel: whoever follows, say hello. */
  | { readonly kind: 'who' }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /** The presenter has begun another session, on the channel of this key. */
  | { readonly kind: 'moved'; readonly key: string };

const SEND_DELAY_MS = 60;
const HELLO_MS = 1500;

/** One channel a session: two workshops in one browser do not hear each other. */
const channelOf = (key: string): BroadcastChannel => new BroadcastChannel(`gridtwin-present-${key}`);

/**
 * Tells projectors of this browser what the session under way shows, once one of them has said hello. It asks for that on every
 * channel that it opens: after a reload the projector has long been following. A session that has ended keeps its channel until
 * the next begins, to which it leads. Returns how to stop.
 */
export function presentTo(store: AppStore, actions: Actions): () => void {
  let channel: BroadcastChannel | null = null;
  let key: string | null = null;
  let isHeard = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const post = (message: Message) => channel?.postMessage(message);
  const send = () => {
    clearTimeout(timer);
    timer = undefined;
    post({ kind: 'snapshot', snapshot: snapshotOf(store.getState(), actions.present.replayed()) });
  };
  const open = (next: string) => {
    if (isHeard) post({ kind: 'moved', key: next });
    channel?.close();
    channel = channelOf(next);
    key = next;
    isHeard = false;
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.kind !== 'hello') return;
      isHeard = true;
      send();
    });
    post({ kind: 'who' });
  };
  const follow = () => {
    const { present } = store.getState();
    if (present !== null && String(present.startedAtMs) !== key) open(String(present.startedAtMs));
    if (isHeard) timer ??= setTimeout(send, SEND_DELAY_MS);
  };
  const unsubscribe = store.subscribe(follow);
  follow();
  return () => {
    unsubscribe();
    clearTimeout(timer);
    channel?.close();
  };
}

/** Shows what the window that presents shows; asks for it until it answers. Returns how to stop. */
export function followPresenter(store: AppStore, actions: Actions, key: string): () => void {
  const follower = new Follower(store, actions);
  let channel: BroadcastChannel | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const hello = () => channel?.postMessage({ kind: 'hello' } satisfies Message);
  const stop = () => {
    clearInterval(timer);
    channel?.close();
  };
  const join = (next: string) => {
    stop();
    channel = channelOf(next);
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'who') hello();
      if (data.kind === 'moved') join(data.key);
      if (data.kind === 'snapshot' && follower.take(data.snapshot)) clearInterval(timer);
    });
    timer = setInterval(hello, HELLO_MS);
    hello();
  };
  join(key);
  return stop;
}
