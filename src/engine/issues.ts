import type { Issue } from '../model/outcome';
import { OpenRefusedError, RunCancelledError, WorkerLostError } from './pool';

export function workerIssue(code: string, severity: Issue['severity'], message: string): Issue {
  return {
    severity,
    code,
    source: 'engine',
    message,
    remedy: 'Run again; if it happens again, close other programs: the machine may be short of memory.',
  };
}

/** An exception on the way out of the pool, as issues. Programming errors stay exceptions. */
export function issuesOf(error: unknown): readonly Issue[] {
  if (error instanceof OpenRefusedError) return error.outcome.issues;
  if (error instanceof RunCancelledError) {
    return [{ ...workerIssue('run-cancelled', 'error', error.message), remedy: 'Start the run again.' }];
  }
  if (error instanceof WorkerLostError) return [workerIssue('worker-lost', 'error', error.message)];
  throw error;
}

export function unknownElement(id: string): Issue {
  return {
    severity: 'error',
    code: 'element-unknown',
    source: 'engine',
    where: id,
    message: 'The district has no such element.',
    remedy: 'Choose an element of the district that was run.',
  };
}
