import type { Issue } from '../../model/outcome';

/** A field with the name that stands behind it as a comment; blank takes EnergyPlus's default. */
export type Field = readonly [label: string, value: string | number];

/** The data dictionary allows 100 characters; other names are made of a zone's by adding words. */
const LONGEST_NAME = 100;
const LONGEST_ZONE_NAME = 60;
const VALUE_WIDTH = 28;
/** Lines end at 500. */
const LONGEST_COMMENT = 400;

/** What ends a field, an object or a line, and what starts a comment. */
const SEPARATORS = /[,;!]/gu;
const LINE_ENDS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** Text on one line, as a comment takes it. */
const oneLine = (text: string): string => text.replace(LINE_ENDS, ' ').replace(/\s+/gu, ' ').trim();

/** Text that can stand in one field: nothing in it can end the field. */
const plainText = (text: string): string => oneLine(text.replace(SEPARATORS, '_'));

/** Nine decimals: a nanometre, far below what the geometry checks of EnergyPlus look at. */
export function numberText(value: number): string {
  const rounded = Math.abs(value) < 1e6 ? Math.round(value * 1e9) / 1e9 : value;
  return String(rounded === 0 && value !== 0 ? value : rounded + 0);
}

/** Collects the objects of an input file, the names in it, and what it cannot say. */
export class IdfDocument {
  readonly issues: Issue[] = [];
  private readonly objects: string[] = [];
  /** By class: names by key, and what was wished for where a name in capitals stands. */
  private readonly names = new Map<string, { byKey: Map<string, string>; taken: Map<string, string> }>();

  constructor(private readonly source: string) {}

  object(className: string, ...fields: readonly Field[]): void {
    const lines = fields.map(([label, value], index) => {
      const text = typeof value === 'string' ? plainText(value) : this.finite(className, label, value);
      const end = index === fields.length - 1 ? ';' : ',';
      return `  ${`${text}${end}`.padEnd(VALUE_WIDTH)} !- ${label}`;
    });
    this.objects.push(`${className},\n${lines.join('\n')}\n`);
  }

  /**
   * The name under which a thing stands, unique in its class without regard to case. `key` tells things apart, `wanted` is
   * what the model calls them.
   */
  name(space: string, key: string, wanted: string): string {
    const names = this.names.get(space) ?? {
      byKey: new Map<string, string>(),
      taken: new Map<string, string>(),
    };
    this.names.set(space, names);
    const known = names.byKey.get(key);
    if (known !== undefined) return known;
    const longest = space === 'zone' ? LONGEST_ZONE_NAME : LONGEST_NAME;
    const plain = plainText(wanted).slice(0, longest).trim() || space;
    const owner = names.taken.get(plain.toUpperCase());
    let name = plain;
    for (let i = 2; names.taken.has(name.toUpperCase()); i += 1) {
      const ending = ` ${i}`;
      name = plain.slice(0, longest - ending.length) + ending;
    }
    names.byKey.set(key, name);
    names.taken.set(name.toUpperCase(), plain);
    if (plain !== wanted) {
      this.report('note', 'idf-name', `${space} "${shorten(wanted)}"`, {
        message: `EnergyPlus cannot read this name; it is written as "${name}".`,
        remedy: 'Nothing to do; a name without , ; ! and line ends is kept.',
      });
    } else if (owner !== undefined && owner !== plain) {
      // The same text twice is a name that the writer made, of a layer or a schedule, not an id.
      this.report('note', 'idf-name', `${space} "${shorten(wanted)}"`, {
        message: `EnergyPlus, which does not tell capitals from small letters, has this name already; it is written as "${name}".`,
        remedy: 'Nothing to do; names that differ by more than capitals are kept.',
      });
    }
    return name;
  }

  /** Whether a name was already given for this key. */
  has(space: string, key: string): boolean {
    return this.names.get(space)?.byKey.has(key) ?? false;
  }

  report(
    severity: Issue['severity'],
    code: string,
    where: string,
    text: { readonly message: string; readonly remedy: string; readonly value?: string | number },
  ): void {
    const { message, remedy, value } = text;
    const shown = value === undefined ? {} : { value: String(value) };
    this.issues.push({ severity, code, source: this.source, where, message, remedy, ...shown });
  }

  /** The file: a heading of comments, with everything that was not carried over, then the objects. */
  text(heading: readonly string[]): string {
    const said = this.issues.map(({ severity, where, message }) => `${severity}: ${where ?? ''}: ${message}`);
    const comments = [...heading, ...said].map((line) => `! ${oneLine(line).slice(0, LONGEST_COMMENT)}\n`);
    return `${comments.join('')}\n${this.objects.join('\n')}`;
  }

  private finite(className: string, label: string, value: number): string {
    if (!Number.isFinite(value)) {
      this.report('error', 'idf-number', className, {
        message: `There is no number for "${label}".`,
        remedy: 'Report this building: its model passed the checks.',
        value,
      });
    }
    return numberText(value);
  }
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);
