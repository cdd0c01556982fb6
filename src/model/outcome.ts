/**
 * Failures are values. A thrown error crosses a worker boundary as a message only; bad input has to come back as a full
 * list, each entry saying where, what and how to mend it.
 */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'note';
  /** Stable machine name, for example `epw-row-count`. */
  readonly code: string;
  /** File name, district id, or study name the issue belongs to. */
  readonly source: string;
  /** Line number (1-based) or element id inside the source. */
  readonly where?: string;
  readonly field?: string;
  /** The offending value as text, shortened by the reporter. */
  readonly value?: string;
  readonly message: string;
  readonly remedy: string;
}

/** A value, or the complete list of reasons why there is none. Warnings and notes may come with a value. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function succeed<Value>(value: Value, issues: readonly Issue[] = []): Outcome<Value> {
  return { ok: true, value, issues };
}

export function fail<Value = never>(issues: readonly Issue[]): Outcome<Value> {
  return { ok: false, issues };
}

/** Succeeds unless at least one issue is an error. */
export function settle<Value>(value: Value, issues: readonly Issue[]): Outcome<Value> {
  return issues.some((issue) => issue.severity === 'error') ? fail(issues) : succeed(value, issues);
}
