import type { Issue } from '../outcome';
import { shortValue } from '../schema/schemaIssues';

interface Words {
  readonly message: string;
  readonly remedy: string;
}

/** Collects the findings of one building file. */
export class IssueList {
  readonly issues: Issue[] = [];

  constructor(private readonly source: string) {}

  error(code: string, where: string, field: string, value: unknown, words: Words): void {
    this.issues.push({
      severity: 'error',
      code,
      source: this.source,
      where,
      field,
      value: shortValue(value),
      ...words,
    });
  }

  warning(code: string, where: string, field: string, value: unknown, words: Words): void {
    this.issues.push({
      severity: 'warning',
      code,
      source: this.source,
      where,
      field,
      value: shortValue(value),
      ...words,
    });
  }

  duplicates(kind: string, rows: readonly { readonly id: string }[]): void {
    const counts = new Map<string, number>();
    for (const { id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [id, count] of counts) {
      if (count === 1) continue;
      this.error('duplicate-id', `${kind} "${id}"`, 'id', id, {
        message: `The ${kind} id "${id}" occurs ${count} times.`,
        remedy: 'Give each an id of its own.',
      });
    }
  }

  reference(where: string, field: string, id: string, kind: string, known: ReadonlySet<string>): void {
    if (known.has(id)) return;
    this.error(`unknown-${kind}`, where, field, id, {
      message: `There is no ${kind} with the id "${id}".`,
      remedy: `Add the ${kind}, or correct the reference.`,
    });
  }
}
