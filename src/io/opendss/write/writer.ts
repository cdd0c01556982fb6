import type { Matrix, ShapeNames, Terminal, WindingConnection } from '../../../model/circuit';
import type { Issue } from '../../../model/outcome';

/** Collects the lines of a script, the names in it, and what it cannot say. */
export class Writer {
  readonly issues: Issue[] = [];
  private readonly lines: string[] = [];
  private readonly names = new Map<
    string,
    { readonly byId: Map<string, string>; readonly taken: Set<string> }
  >();

  constructor(private readonly source: string) {}

  line(...parts: readonly string[]): void {
    const line = parts.filter((part) => part !== '').join(' ');
    this.lines.push(line);
    // Names are in lower case.
    if (/NaN|Infinity/.test(line)) {
      const [, what = ''] = line.split(' ', 2);
      const [kind = '', id = ''] = what.split('.', 2);
      this.refuse(kind.toLowerCase(), id, 'has no number where OpenDSS needs one.');
    }
  }

  get text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  /** A name that OpenDSS can read, unique within its kind without regard to case. */
  name(kind: string, id: string): string {
    const names = this.names.get(kind) ?? { byId: new Map<string, string>(), taken: new Set<string>() };
    this.names.set(kind, names);
    const known = names.byId.get(id);
    if (known !== undefined) return known;
    const plain = id.toLowerCase().replaceAll(UNREADABLE, '_').replaceAll('//', '__') || '_';
    let name = plain;
    for (let i = 2; names.taken.has(name); i++) name = `${plain}_${i}`;
    names.byId.set(id, name);
    names.taken.add(name);
    if (name !== id) this.report('warning', kind, id, `is written as "${name}".`, 'Nothing to do.');
    return name;
  }

  bus({ busId, nodes }: Terminal): string {
    return [this.name('bus', busId), ...nodes].join('.');
  }

  shapes(names: ShapeNames): string {
    const parts = (['daily', 'yearly', 'duty'] as const).flatMap((kind) => {
      const id = names[kind];
      return id === undefined ? [] : [`${kind}=${this.name('loadshape', id)}`];
    });
    // A load without a yearly shape of its own would take its daily one.
    if (names.daily !== undefined && names.yearly === undefined) parts.push('yearly=none');
    return parts.join(' ');
  }

  report(severity: Issue['severity'], kind: string, id: string, what: string, remedy: string): void {
    this.issues.push({
      severity,
      code: 'dss-write',
      source: this.source,
      where: `${kind}.${id}`,
      message: `${kind}.${id} ${what}`,
      remedy,
    });
  }

  /** OpenDSS has no way to say this. */
  refuse(kind: string, id: string, what: string): void {
    this.report('error', kind, id, what, 'Change the element, or hand it over in another format.');
  }
}

/** Everything that separates, quotes or begins something in OpenDSS, and what is not ASCII. */
const UNREADABLE = /[^a-z0-9_#&/+:-]/g;

export function list(values: readonly number[]): string {
  return `[${values.join(' ')}]`;
}

export function complexPair(re: number, im: number): string {
  return `[${re} ${im}]`;
}

/** Rows of a symmetric matrix. */
export function matrixText(matrix: Matrix, order: number, factor = 1): string {
  const rows = Array.from({ length: order }, (_, i) =>
    matrix
      .slice(i * order, (i + 1) * order)
      .map((value) => value * factor)
      .join(' '),
  );
  return `[${rows.join(' | ')}]`;
}

export function isSymmetric(matrix: Matrix, order: number): boolean {
  return matrix.every((value, k) => value === matrix[(k % order) * order + Math.floor(k / order)]);
}

export function isEarthed(terminal: Terminal, returnTerminal: Terminal): boolean {
  return terminal.busId === returnTerminal.busId && returnTerminal.nodes.every((node) => node === 0);
}

export function unlessEnabled(enabled: boolean): string {
  return enabled ? '' : 'enabled=no';
}

/** OpenDSS knows no infinity; nothing is loaded to a thousand times its rated voltage. */
export function limitText(maxPu: number): number {
  return Math.min(maxPu, 1000);
}

/** Voltage across one phase. */
export function phaseV(voltageV: number, phases: number, connection: WindingConnection): number {
  return connection === 'wye' && (phases === 2 || phases === 3) ? voltageV / Math.sqrt(3) : voltageV;
}
