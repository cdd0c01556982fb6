/** What `@name` stands for; keys in lower case, with the `@`. */
export type Variables = ReadonlyMap<string, string>;

const BLANK = ' '.charCodeAt(0);
const TAB = '\t'.charCodeAt(0);
const COMMA = ','.charCodeAt(0);
const EQUALS = '='.charCodeAt(0);
const BAR = '|'.charCodeAt(0);
const BANG = '!'.charCodeAt(0);
const SLASH = '/'.charCodeAt(0);
const AT = '@'.charCodeAt(0);
const END_OF_QUOTE = new Map(
  ['()', '""', "''", '[]', '{}'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);

/**
 * Splits one command line into `name=value` and bare values, character by character as OpenDSS's parser does (source:
 * ParserDel.pas): blanks, commas and `=` part; quotes of five kinds hold a value together and do not nest; `!` and `//`
 * end the line. An empty value is how OpenDSS knows that a line is over.
 */
export class TokenReader {
  private at = 0;
  private last = BLANK;
  name = '';
  value = '';
  /** Stood in quotes or brackets. */
  quoted = false;

  constructor(
    private readonly text: string,
    private readonly variables: Variables = new Map(),
    private readonly rows = false,
  ) {
    this.skipBlanks();
  }

  /** What has not been read. */
  get rest(): string {
    return this.text.slice(this.at);
  }

  get position(): number {
    return this.at;
  }

  set position(at: number) {
    this.at = at;
  }

  /** True after a value that a `|` ended. */
  get endedRow(): boolean {
    return this.last === BAR;
  }

  /** Reads the next parameter; false where the value is empty, which ends a command. */
  next(): boolean {
    this.name = '';
    this.value = '';
    if (this.at >= this.text.length) return false;
    this.last = BLANK;
    let token = this.token();
    if (this.last === EQUALS) {
      this.name = token;
      token = this.token();
    }
    this.value = token.charCodeAt(0) === AT && token.length > 1 ? this.substitute(token) : token;
    return this.value.length > 0;
  }

  /** `@name`, `@name.1.2` or `@name^rest` with the variable's value in its place; an unknown name stays. */
  private substitute(token: string): string {
    const caret = token.indexOf('^');
    const cut = caret > 0 ? caret : token.indexOf('.');
    const value = this.variables.get((cut > 0 ? token.slice(0, cut) : token).toLowerCase());
    if (value === undefined) return token;
    return cut > 0 ? value + token.slice(cut) : value;
  }

  private token(): string {
    const { text } = this;
    this.quoted = false;
    if (this.at >= text.length) return '';
    const close = END_OF_QUOTE.get(text.charCodeAt(this.at));
    const token = close === undefined ? this.bare() : this.enclosed(close);
    if (this.last === BANG) {
      this.at = text.length;
      return token;
    }
    if (this.last === BLANK) this.skipBlanks();
    if (this.at < text.length && this.isDelimiter(text.charCodeAt(this.at))) {
      this.last = text.charCodeAt(this.at);
      this.at += 1;
    }
    this.skipBlanks();
    return token;
  }

  private enclosed(close: number): string {
    const start = this.at + 1;
    let end = start;
    while (end < this.text.length && this.text.charCodeAt(end) !== close) end += 1;
    this.at = end + 1;
    this.quoted = true;
    return this.text.slice(start, end);
  }

  private bare(): string {
    const start = this.at;
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === BANG || (code === SLASH && this.text.charCodeAt(this.at + 1) === SLASH)) {
        this.last = BANG;
        break;
      }
      if (this.isDelimiter(code)) {
        this.last = code;
        break;
      }
      if (code === BLANK || code === TAB) {
        this.last = BLANK;
        break;
      }
    }
    return this.text.slice(start, this.at);
  }

  private isDelimiter(code: number): boolean {
    return code === COMMA || code === EQUALS || (this.rows && code === BAR);
  }

  private skipBlanks(): void {
    while (this.at < this.text.length) {
      const code = this.text.charCodeAt(this.at);
      if (code !== BLANK && code !== TAB) return;
      this.at += 1;
    }
  }
}

/** One entry of a list. */
export interface ListEntry {
  readonly text: string;
  readonly quoted: boolean;
}

/** Entries of a list in brackets or quotes, parted by blanks or commas; names before an `=` are dropped. */
export function listEntries(text: string, variables: Variables): ListEntry[] {
  const reader = new TokenReader(text, variables);
  const entries: ListEntry[] = [];
  while (reader.next()) entries.push({ text: reader.value, quoted: reader.quoted });
  return entries;
}

/** Rows of a matrix, parted by `|`. */
export function matrixRows(text: string, variables: Variables): ListEntry[][] {
  const reader = new TokenReader(text, variables, true);
  const rows: ListEntry[][] = [];
  let row: ListEntry[] = [];
  while (reader.next()) {
    row.push({ text: reader.value, quoted: reader.quoted });
    if (!reader.endedRow) continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
