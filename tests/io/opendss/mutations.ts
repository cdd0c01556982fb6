import type { FileAccess } from '../../../src/io/opendss';

/** Numbers from 0 to below `limit`, the same for the same seed (a linear congruential generator). */
export function dice(seed: number): (limit: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
}

type Roll = (limit: number) => number;

const VALUES = [
  ...[
    '0',
    '-1',
    '1e308',
    '-1e308',
    '1e-320',
    'nan',
    'inf',
    '',
    '3.7',
    '99',
    '1,000',
    '0x10',
    '.',
    '-',
    '1e',
    '--5',
  ],
  ...[
    '(2 0 /)',
    '(1 2',
    '[1 2 | 3]',
    '()',
    '(((1)))',
    '"1 sqrt -1 sqrt"',
    '(-1 sqrt)',
    '(0 ln)',
    '(1000 exp)',
  ],
  ...[
    '@kv',
    '@none',
    'none',
    'yes',
    'wye',
    'delta',
    'file=main.dss',
    '(file=xy.csv)',
    'ü',
    '"',
    "'",
    '{',
    '%',
    '=',
  ],
];
const LINES = [
  ...[
    'Clear',
    'Solve',
    '~ kv=0',
    'Redirect main.dss',
    'Compile lines.dss',
    'New Load.L1',
    'Edit Line.*',
    '/*',
    '*/',
  ],
  ...[
    'New Line.Z bus1=b1 bus2=b2 r1=0 x1=0 r0=0 x0=0',
    'Set mode=harmonics',
    'Solve mode=direct',
    'New',
    'Open Line.A 9 9',
  ],
  ...[
    'BatchEdit Line..* length=(1 0 /)',
    'BatchEdit Load.((((.* kw=1',
    'Set frequency=0',
    'Set year=1000000',
    'New Circuit.Two',
  ],
  ...[
    'New Transformer.W windings=999999 wdg=7 kv=1',
    'New Line.P phases=100 r1=1',
    'var @a=@a',
    'New LoadShape.Q npts=99999999',
  ],
  ...[
    'Load.L1.kw=5',
    'Line.A.bus1=',
    'kw=',
    'Set voltagebases=[1 2',
    'Disable *.*',
    'Select Load.',
    'cd ..',
    'Transformer.T1.wdg=99',
  ],
];
const CHARACTERS = ' =,.()[]{}"\'|!/~@%*-0123456789eEx\t\r\n\0\u00e9';

function tokenSpans(text: string): [start: number, end: number][] {
  return [...text.matchAll(/[^\s=,()[\]"']+/g)].map(({ 0: token, index }) => [index, index + token.length]);
}

function replaceRange(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function onToken(text: string, roll: Roll, by: (token: string) => string): string {
  const spans = tokenSpans(text);
  const span = spans[roll(spans.length)];
  return span === undefined ? text : replaceRange(text, span[0], span[1], by(text.slice(...span)));
}

const KINDS: readonly ((text: string, roll: Roll) => string)[] = [
  (text, roll) => onToken(text, roll, () => VALUES[roll(VALUES.length)]!),
  (text, roll) => onToken(text, roll, (token) => token.slice(0, roll(token.length))),
  (text, roll) => onToken(text, roll, (token) => `${token}${CHARACTERS[roll(CHARACTERS.length)]}`),
  (text, roll) => onToken(text, roll, () => onlyToken(text, roll)),
  (text, roll) => {
    const at = roll(text.length);
    return replaceRange(text, at, at + roll(4), CHARACTERS[roll(CHARACTERS.length)]!.repeat(roll(3)));
  },
  (text, roll) => {
    const lines = text.split('\n');
    lines.splice(roll(lines.length), roll(2), LINES[roll(LINES.length)]!);
    return lines.join('\n');
  },
  (text, roll) => {
    const lines = text.split('\n');
    const [line = ''] = lines.splice(roll(lines.length), 1);
    lines.splice(roll(lines.length), 0, ...(roll(2) === 0 ? [line] : [line, line]));
    return lines.join('\n');
  },
  (text, roll) => text.slice(0, roll(text.length)),
];

function onlyToken(text: string, roll: Roll): string {
  const spans = tokenSpans(text);
  const span = spans[roll(spans.length)];
  return span === undefined ? '' : text.slice(...span);
}

/** Changes a text in one to four places. */
export function mutated(text: string, roll: Roll): string {
  let out = text;
  for (let times = 1 + roll(4); times > 0; times--) out = KINDS[roll(KINDS.length)]!(out, roll);
  return out;
}

/** The files with one text among them changed; what is not text stays. */
export function mutatedFiles(
  files: Readonly<Record<string, string>>,
  seed: number,
): Readonly<Record<string, string>> {
  const roll = dice(seed);
  const names = Object.keys(files);
  const name = names[roll(2) === 0 ? 0 : roll(names.length)]!;
  return { ...files, [name]: mutated(files[name]!, roll) };
}

/** Remembers how often files were asked for, so that a loop shows. */
export function counted(files: FileAccess): FileAccess & { readonly reads: () => number } {
  let reads = 0;
  return {
    read(path) {
      reads += 1;
      return files.read(path);
    },
    reads: () => reads,
  };
}
