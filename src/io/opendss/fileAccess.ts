/**
 * Where the reader gets its files. Paths are relative to the folder of the main file, with forward slashes; `undefined`
 * means there is no such file. A shell that reads a disk looks for another spelling in upper and lower case itself.
 */
export interface FileAccess {
  read(path: string): string | Uint8Array | undefined;
}

/** Files held in memory; a name that differs in case only is found too. */
export function memoryFiles(files: Readonly<Record<string, string | Uint8Array>>): FileAccess {
  const exact = new Map(Object.entries(files));
  const folded = new Map(Object.entries(files).map(([path, content]) => [path.toLowerCase(), content]));
  return { read: (path) => exact.get(path) ?? folded.get(path.toLowerCase()) };
}

/** Folder part of a path, without the slash; '' for a bare name. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** `written` as it stands in a file inside `folder`: backslashes, `.` and `..` resolved; absolute paths stay as they are. */
export function resolvePath(folder: string, written: string): string {
  const path = written.replaceAll('\\', '/');
  const absolute = path.startsWith('/') || path.charAt(1) === ':';
  const parts: string[] = [];
  for (const part of (absolute || folder === '' ? path : `${folder}/${path}`).split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..' && last !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Text of a file: UTF-8, or Latin-1 where it is not valid UTF-8; without a byte order mark. */
export function textOf(content: string | Uint8Array): string {
  const text = typeof content === 'string' ? content : decode(content);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

const CHUNK = 8192;

function decode(bytes: Uint8Array): string {
  const units: number[] = [];
  const parts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const { code, length } = nextCharacter(bytes, at);
    at += length;
    if (code > 0xffff) units.push(0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff));
    else units.push(code);
    if (units.length >= CHUNK) parts.push(String.fromCharCode(...units.splice(0)));
  }
  return parts.join('') + String.fromCharCode(...units);
}

function nextCharacter(bytes: Uint8Array, at: number): { code: number; length: number } {
  const first = bytes[at]!;
  const length =
    first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length <= 1 || at + length > bytes.length) return { code: first, length: 1 };
  let code = first & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i]!;
    if ((next & 0xc0) !== 0x80) return { code: first, length: 1 };
    code = (code << 6) | (next & 0x3f);
  }
  return { code, length };
}
