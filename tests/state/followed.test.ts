import { describe, expect, it } from 'vitest';
import { fail, succeed, type Issue, type Outcome } from '../../src/model/outcome';
import { followed } from '../../src/state/studies/followed';

const ISSUE: Issue = { severity: 'error', code: 'x', source: 's', message: 'No.', remedy: 'Else.' };

async function follow(
  answers: (Outcome<number> | Error)[],
  abort = new AbortController(),
  stopAt = Infinity,
) {
  const found: number[] = [];
  const failed: string[] = [];
  async function* stream(): AsyncGenerator<Outcome<number>> {
    for (const answer of answers) {
      await Promise.resolve();
      if (answer instanceof Error) throw answer;
      yield answer;
    }
  }
  const ended = await followed(stream(), abort.signal, 'study', {
    found: (value) => {
      found.push(value);
      if (value === stopAt) abort.abort();
    },
    failed: (issues) => failed.push(...issues.map(({ code }) => code)),
  });
  return { ended, found, failed };
}

describe('a study that is followed', () => {
  it('ends by itself with all it found', async () => {
    expect(await follow([succeed(1), succeed(2)])).toEqual({ ended: true, found: [1, 2], failed: [] });
  });

  it('stops at a failure, and at an exception, which is told as one', async () => {
    expect(await follow([succeed(1), fail([ISSUE]), succeed(2)])).toEqual({
      ...{ ended: false, found: [1], failed: ['x'] },
    });
    expect(await follow([succeed(1), new Error('out of memory')])).toEqual({
      ...{ ended: false, found: [1], failed: ['study-broke-down'] },
    });
  });

  it('says nothing any more once it is stopped, not even that it broke', async () => {
    expect(await follow([succeed(1), succeed(2)], undefined, 1)).toEqual({
      ended: false,
      found: [1],
      failed: [],
    });
    expect(await follow([succeed(1)], undefined, 1)).toEqual({ ended: false, found: [1], failed: [] });
    expect(await follow([succeed(1), new Error('late')], undefined, 1)).toEqual({
      ...{ ended: false, found: [1], failed: [] },
    });
  });
});
