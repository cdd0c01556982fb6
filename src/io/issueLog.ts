import type { Issue } from '../model/outcome';

/** At most this many issues of one code are listed one by one; the rest is counted in one more issue. */
const MAX_PER_CODE = 100;

type Details = Omit<Issue, 'severity' | 'source'>;

/** Collects a reader's findings; every one is counted, and long repetitions are summed up at the end. */
export class IssueLog {
  private readonly listed: Issue[] = [];
  private readonly counts = new Map<string, number>();
  private errors = 0;

  constructor(readonly source: string) {}

  error(details: Details): void {
    this.errors += 1;
    this.add('error', details);
  }

  warning(details: Details): void {
    this.add('warning', details);
  }

  note(details: Details): void {
    this.add('note', details);
  }

  get hasErrors(): boolean {
    return this.errors > 0;
  }

  issues(): Issue[] {
    const rest: Issue[] = [];
    for (const [code, count] of this.counts) {
      if (count <= MAX_PER_CODE) continue;
      const example = this.listed.find((issue) => issue.code === code);
      rest.push({
        severity: example?.severity ?? 'error',
        code,
        source: this.source,
        message: `${count - MAX_PER_CODE} more of the kind "${code}" are not listed.`,
        remedy: example?.remedy ?? 'Correct the listed ones first.',
      });
    }
    return [...this.listed, ...rest];
  }

  private add(severity: Issue['severity'], details: Details): void {
    const count = (this.counts.get(details.code) ?? 0) + 1;
    this.counts.set(details.code, count);
    if (count <= MAX_PER_CODE) this.listed.push({ severity, source: this.source, ...details });
  }
}
