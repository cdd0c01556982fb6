import type { Issue, Outcome } from '../model/outcome';

/** What the command line leaves behind. */
export const EXIT = { done: 0, badInput: 1, calculationFailed: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with its issues printed and an exit code. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  constructor(
    readonly exitCode: ExitCode,
    readonly issues: readonly Issue[],
  ) {
    super(issues.map(formatIssue).join('\n'));
  }
}

/** One issue as a line: severity, where, what, remedy. */
export function formatIssue(issue: Issue): string {
  const place = [issue.source, issue.where, issue.field].filter((part) => part !== undefined).join(': ');
  const value = issue.value === undefined ? '' : ` (value ${issue.value})`;
  return `${issue.severity}: ${place}: ${issue.message}${value} ${issue.remedy} [${issue.code}]`;
}

/** The value, after warnings went to standard error; or the command ends here. */
export function required<Value>(outcome: Outcome<Value>, exitCode: ExitCode = EXIT.badInput): Value {
  if (!outcome.ok) throw new CommandFailure(exitCode, outcome.issues);
  for (const issue of outcome.issues) process.stderr.write(`${formatIssue(issue)}\n`);
  return outcome.value;
}

/** A wrong word on the command line. */
export function usageFailure(message: string, remedy: string): CommandFailure {
  return new CommandFailure(EXIT.badInput, [
    { severity: 'error', code: 'command-line', source: 'command line', message, remedy },
  ]);
}
