import type { Issue } from '../outcome';
import { shortValue } from '../schema/schemaIssues';

/** Collects the findings of one tariff: place, field, value, what is wrong and how to mend it. */
export class TariffFindings {
  readonly issues: Issue[] = [];

  constructor(private readonly source: string) {}

  add(code: string, where: string, field: string, value: unknown, message: string, remedy: string): void {
    const text = typeof value === 'number' ? String(value) : shortValue(value);
    this.issues.push({
      severity: 'error',
      code,
      source: this.source,
      where,
      field,
      value: text,
      message,
      remedy,
    });
  }

  /** A number that is finite, in a range. */
  range(where: string, field: string, value: number, least: number, most = Number.MAX_VALUE): void {
    if (value >= least && value <= most) return;
    if (!Number.isFinite(value)) {
      this.add(
        'tariff-no-number',
        where,
        field,
        value,
        `${field} is no number.`,
        'Give a number; 0 where nothing is paid.',
      );
      return;
    }
    const range = most === Number.MAX_VALUE ? `at least ${least}` : `from ${least} to ${most}`;
    this.add(
      value < 0 && least === 0 ? 'tariff-negative' : 'tariff-range',
      where,
      field,
      value,
      `${field} is ${value}; it must be ${range}.`,
      'Correct the value.',
    );
  }
}
