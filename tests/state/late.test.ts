import { describe, expect, it, vi } from 'vitest';
import { createAppStore } from '../../src/state';
import { late } from '../../src/state/late';
import { MissingStudies } from '../../src/state/studies/missing';

/** Says what it was asked, at once or later. */
class Part {
  constructor(private readonly heard: string[]) {}

  say(word: string): void {
    this.heard.push(word);
  }

  cancel(): void {
    this.heard.push('cancelled');
  }

  async ask(word: string): Promise<string> {
    this.heard.push(word);
    await Promise.resolve();
    return `${word}!`;
  }
}

/** Writes down whatever the host is told. */
const hostOf = (heard: string[]) => ({ failed: () => void heard.push('failed'), settled: () => undefined });

describe('a part whose code comes late', () => {
  it('is fetched when first asked, hears everything in its order, and answers', async () => {
    const heard: string[] = [];
    let fetched = 0;
    const part = late(() => {
      fetched += 1;
      return Promise.resolve(new Part(heard));
    }, hostOf(heard));
    expect(fetched).toBe(0);
    const first = part.ask('one');
    part.say('two');
    expect(heard).toEqual([]);
    expect(await first).toBe('one!');
    expect(heard).toEqual(['one', 'two']);
    // From now on at once: what is stopped has stopped when the next line is read.
    part.say('three');
    expect(heard).toEqual(['one', 'two', 'three']);
    expect(fetched).toBe(1);
  });

  it('is not fetched to be cancelled, and what waits when it is cancelled is never heard', async () => {
    const heard: string[] = [];
    let fetched = 0;
    const part = late(() => {
      fetched += 1;
      return Promise.resolve(new Part(heard));
    }, hostOf(heard));
    part.cancel();
    await Promise.resolve();
    expect(fetched).toBe(0);
    const dropped = part.ask('of the work before');
    part.cancel();
    const next = part.ask('of this work');
    expect(await dropped).toBeUndefined();
    expect(await next).toBe('of this work!');
    part.cancel();
    expect(heard).toEqual(['of this work', 'cancelled']);
  });

  it('says so where its code cannot be fetched, and tries again at the next question', async () => {
    const heard: string[] = [];
    let isOffline = true;
    const part = late(
      () => (isOffline ? Promise.reject(new Error('no network')) : Promise.resolve(new Part(heard))),
      hostOf(heard),
    );
    expect(await part.ask('one')).toBeUndefined();
    expect(heard).toEqual(['failed']);
    isOffline = false;
    expect(await part.ask('two')).toBe('two!');
    expect(heard).toEqual(['failed', 'two']);
  });
});

describe('what could not be fetched', () => {
  const away = () => {
    const store = createAppStore();
    const missing = new MissingStudies(store);
    const heard: string[] = [];
    const network = { isThere: false, tries: 0 };
    const partOf = (name: 'tornado' | 'hosting') =>
      late(() => {
        network.tries += 1;
        return network.isThere ? Promise.resolve(new Part(heard)) : Promise.reject(new Error('no network'));
      }, missing.hostOf(name));
    const told = () => store.getState().missing;
    return { missing, heard, network, told, tornado: partOf('tornado'), hosting: partOf('hosting') };
  };

  it('is told by name, and asked again the last of each question, once the network is back', async () => {
    const { missing, heard, network, told, tornado, hosting } = away();
    await tornado.ask('early');
    await tornado.ask('late');
    await hosting.ask('feeders');
    expect(told()).toEqual(['tornado', 'hosting']);
    // Still away: told again, and nothing is forgotten.
    const asked = missing.askAgain();
    expect(told()).toEqual([]);
    expect(await asked).toBe(false);
    expect(told()).toEqual(['tornado', 'hosting']);
    network.isThere = true;
    expect(await missing.askAgain()).toBe(true);
    await vi.waitFor(() => expect(heard).toEqual(['late', 'feeders']));
    expect(told()).toEqual([]);
    expect(network.tries).toBe(7);
  });

  it('is no longer told once it is cancelled, and is not asked behind the back of whoever cancelled', async () => {
    const { missing, heard, network, told, tornado } = away();
    await tornado.ask('of the work before');
    tornado.cancel();
    expect(told()).toEqual([]);
    network.isThere = true;
    await missing.askAgain();
    expect([heard, network.tries]).toEqual([[], 1]);
  });

  it('is no longer told once it has come by another way', async () => {
    const { network, told, tornado } = away();
    await tornado.ask('one');
    network.isThere = true;
    await tornado.ask('two');
    expect(told()).toEqual([]);
  });
});
