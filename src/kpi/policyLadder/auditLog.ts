import type { Level } from './policy';

export type AuditKind =
  'assessed' | 'notReported' | 'shortfall' | 'tightened' | 'thresholdSurpassed' | 'decided';

/** One line of the log. Entries are only ever added. */
export interface AuditEntry {
  /** 1, 2, 3, ... without gaps. */
  readonly sequence: number;
  readonly year: number;
  readonly policyId: string;
  readonly kind: AuditKind;
  readonly text: string;
  readonly activeLevel: Level;
  /** Who decided and why; of decisions only. */
  readonly name?: string;
  readonly reason?: string;
}
export type AuditLog = readonly AuditEntry[];

/** A new log with the entry at its end; the log given is left as it is, and frozen. */
export function append(log: AuditLog, entry: Omit<AuditEntry, 'sequence'>): AuditLog {
  return Object.freeze([...log, Object.freeze({ ...entry, sequence: log.length + 1 })]);
}

/** Whether a log begins with all of an earlier one, unchanged: nothing was removed or rewritten. */
export function continues(log: AuditLog, earlier: AuditLog): boolean {
  const keys = ['sequence', 'year', 'policyId', 'kind', 'text', 'activeLevel', 'name', 'reason'] as const;
  return (
    log.length >= earlier.length &&
    log.every(({ sequence }, i) => sequence === i + 1) &&
    earlier.every((entry, i) => keys.every((key) => entry[key] === log[i]![key]))
  );
}
