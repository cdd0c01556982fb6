import type { Issue } from '../../model/outcome';

/** A line of a file. */
export interface Place {
  readonly source: string;
  /** From 1. */
  readonly line: number;
}

export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** `class.name.property` */
  readonly field?: string;
  readonly value?: string;
  /** Where it stands, if not on the line being read. */
  readonly place?: Place;
}

const MAX_VALUE_LENGTH = 60;
/** Beyond this many of one kind the rest is counted. */
const MAX_PER_CODE = 500;

interface Group {
  count: number;
  readonly issue: Issue;
}

/** Collects what a circuit's files hold that was not understood, not used, or doubtful. */
export class Reports {
  /** The line being read. */
  place: Place = { source: '', line: 0 };
  private readonly listed: Issue[] = [];
  private readonly counts = new Map<string, number>();
  private readonly groups = new Map<string, Group>();
  private errors = 0;

  error(finding: Finding): void {
    this.errors += 1;
    this.list('error', finding);
  }

  warning(finding: Finding): void {
    this.list('warning', finding);
  }

  /** One note for all findings with this key; it names the first and counts the rest. */
  note(key: string, finding: Finding): void {
    const group = this.groups.get(key);
    if (group !== undefined) group.count += 1;
    else this.groups.set(key, { count: 1, issue: this.issue('note', finding) });
  }

  get hasErrors(): boolean {
    return this.errors > 0;
  }

  issues(): Issue[] {
    const more: Issue[] = [];
    for (const [code, count] of this.counts) {
      if (count <= MAX_PER_CODE) continue;
      const example = this.listed.find((issue) => issue.code === code)!;
      more.push({
        severity: example.severity,
        code,
        source: example.source,
        message: `${count - MAX_PER_CODE} more of this kind are not listed.`,
        remedy: example.remedy,
      });
    }
    const notes = [...this.groups.values()].map(({ count, issue }) =>
      count === 1 ? issue : { ...issue, message: `${issue.message} ${count} places; this is the first.` },
    );
    return [...this.listed, ...more, ...notes];
  }

  private list(severity: Issue['severity'], finding: Finding): void {
    const count = (this.counts.get(finding.code) ?? 0) + 1;
    this.counts.set(finding.code, count);
    if (count <= MAX_PER_CODE) this.listed.push(this.issue(severity, finding));
  }

  private issue(severity: Issue['severity'], finding: Finding): Issue {
    const place = finding.place ?? this.place;
    const { code, message, remedy, field, value } = finding;
    return {
      severity,
      code,
      source: place.source,
      where: String(place.line),
      ...(field === undefined ? {} : { field }),
      ...(value === undefined ? {} : { value: shortened(value) }),
      message,
      remedy,
    };
  }
}

function shortened(value: string): string {
  return value.length <= MAX_VALUE_LENGTH ? value : `${value.slice(0, MAX_VALUE_LENGTH - 1)}…`;
}
