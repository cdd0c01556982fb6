import { describe, expect, it } from 'vitest';
import { AbortWatch } from '../../src/engine/abortWatch';

/** A signal that counts its listeners. */
function countedSignal() {
  const abort = new AbortController();
  const { signal } = abort;
  let listeners = 0;
  const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners += 1;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners -= 1;
    remove(...args);
  };
  return { abort, signal, listeners: () => listeners };
}

describe('what waits on a signal', () => {
  it('has one listener between all of it, and none once nothing waits', () => {
    const { signal, listeners } = countedSignal();
    const watch = new AbortWatch();
    for (let wave = 0; wave < 3; wave += 1) {
      const leave = Array.from({ length: 50 }, () => watch.add(signal, () => undefined));
      expect(listeners()).toBe(1);
      for (const each of leave) each();
      expect(listeners()).toBe(0);
    }
  });

  it('ends with it, each once, but for what has left', () => {
    const { abort, signal } = countedSignal();
    const other = new AbortController();
    const watch = new AbortWatch();
    const ended: string[] = [];
    const names = ['a', 'b', 'c'];
    const leave = names.map((name) => watch.add(signal, () => ended.push(name)));
    watch.add(other.signal, () => ended.push('other'));
    leave[1]!();
    abort.abort();
    leave[0]!();
    expect(ended).toEqual(['a', 'c']);
    other.abort();
    expect(ended).toEqual(['a', 'c', 'other']);
  });
});
