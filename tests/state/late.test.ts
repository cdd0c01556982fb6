import { describe, expect, it } from 'vitest';
import { late } from '../../src/state/late';

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

describe('a part whose code comes late', () => {
  it('is fetched when first asked, hears everything in its order, and answers', async () => {
    const heard: string[] = [];
    let fetched = 0;
    const part = late(
      () => {
        fetched += 1;
        return Promise.resolve(new Part(heard));
      },
      () => heard.push('failed'),
    );
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
    const part = late(
      () => {
        fetched += 1;
        return Promise.resolve(new Part(heard));
      },
      () => heard.push('failed'),
    );
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
      () => heard.push('failed'),
    );
    expect(await part.ask('one')).toBeUndefined();
    expect(heard).toEqual(['failed']);
    isOffline = false;
    expect(await part.ask('two')).toBe('two!');
    expect(heard).toEqual(['failed', 'two']);
  });
});
