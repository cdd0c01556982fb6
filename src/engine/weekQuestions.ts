import type { RunInput } from '../model/run';
import type { RunResult } from '../study/runResult';
import { chunkStart } from './chunkStart';
import type { Attribution } from './contract';
import type { WorkerPool } from './pool';

interface Question {
  readonly branchRow: number;
  readonly step: number;
  readonly resolve: (attribution: Attribution) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What makes up loads in the hours of a week. Questions about one week of a run that wait at the same time go to one worker,
 * one after the other: it computes the week once.
 */
export class WeekQuestions {
  private readonly waiting = new Map<string, Question[]>();

  constructor(private readonly pool: WorkerPool) {}

  /** Throws what the pool throws. One that can be aborted goes alone. */
  ask(
    input: RunInput,
    result: RunResult,
    branchRow: number,
    step: number,
    signal?: AbortSignal,
  ): Promise<Attribution> {
    return new Promise((resolve, reject) => {
      const question = { branchRow, step, resolve, reject };
      if (signal !== undefined) return this.answer(input, result, [question], signal);
      const key = weekOf(result, step);
      const before = this.waiting.get(key);
      if (before !== undefined) return void before.push(question);
      const questions = [question];
      this.waiting.set(key, questions);
      this.answer(input, result, questions);
    });
  }

  private answer(input: RunInput, result: RunResult, questions: Question[], signal?: AbortSignal): void {
    const { inputHash, chunkSteps } = result;
    const key = weekOf(result, questions[0]!.step);
    const close = () => {
      if (this.waiting.get(key) === questions) this.waiting.delete(key);
    };
    this.pool
      .run(
        inputHash,
        input,
        async (remote, alive) => {
          // Those that come later find another worker sooner than this one.
          close();
          for (const { branchRow, step, resolve } of questions) {
            const chunk = Math.floor(step / chunkSteps);
            resolve(await remote.attribute(inputHash, chunk, chunkStart(result, chunk), branchRow, step));
            alive();
          }
        },
        signal,
      )
      .catch((error: unknown) => {
        close();
        for (const { reject } of questions) reject(error);
      });
  }
}

const weekOf = ({ inputHash, chunkSteps }: RunResult, step: number): string =>
  `${inputHash}/${Math.floor(step / chunkSteps)}`;
