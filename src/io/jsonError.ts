/** Where a text stops being JSON. Engines word this differently, some not at all, so it is found here (RFC 8259). */
export interface JsonErrorPlace {
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const SPACE = /[ \t\n\r]*/y;

type Container = 'object' | 'array';

/** Scans without recursion, so that depth cannot exhaust the stack. Call only for text that `JSON.parse` refused. */
export function locateJsonError(text: string): JsonErrorPlace {
  const open: Container[] = [];
  let at = 0;
  let expected = 'a value';
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match !== null;
  };
  const key = (): boolean => {
    skip(SPACE);
    expected = 'a name in double quotes';
    if (!skip(STRING)) return false;
    skip(SPACE);
    expected = '":"';
    if (text[at] !== ':') return false;
    at += 1;
    return true;
  };
  for (;;) {
    skip(SPACE);
    expected = 'a value';
    const character = text[at];
    if (character === '{' || character === '[') {
      at += 1;
      skip(SPACE);
      const close = character === '{' ? '}' : ']';
      if (text[at] !== close) {
        open.push(character === '{' ? 'object' : 'array');
        if (character === '{' && !key()) break;
        continue;
      }
      at += 1;
    } else if (!skip(STRING) && !skip(SCALAR)) break;
    // A value is complete: close containers, or go on to the next member.
    let more = false;
    for (;;) {
      skip(SPACE);
      const container = open[open.length - 1];
      expected =
        container === undefined
          ? 'the end of the file'
          : container === 'object'
            ? '"," or "}"'
            : '"," or "]"';
      if (container === undefined) break;
      if (text[at] === ',') {
        at += 1;
        more = container === 'array' || key();
        break;
      }
      if (text[at] !== (container === 'object' ? '}' : ']')) break;
      at += 1;
      open.pop();
    }
    if (!more) break;
  }
  return place(text, at, expected);
}

function place(text: string, at: number, expected: string): JsonErrorPlace {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - (before.lastIndexOf('\n') + 1) + 1;
  const found = at >= text.length ? 'the end of the file' : JSON.stringify(text.slice(at, at + 12));
  return { line, column, found, expected };
}
