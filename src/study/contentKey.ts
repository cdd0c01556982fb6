import { hashColumns, hashText } from '../scenario';

const known = new WeakMap<object, string>();

/**
 * A key of everything in a value: plain objects, arrays, typed arrays, texts, numbers to the last bit. Equal contents give
 * equal keys whoever made them. An object is read once, so it must not change afterwards; shared parts (a weather year,
 * a schedule) then cost nothing for every further building.
 */
export function contentKey(value: unknown): string {
  if (value === null || typeof value !== 'object') return primitive(value);
  const before = known.get(value);
  if (before !== undefined) return before;
  const key = keyOfObject(value);
  known.set(value, key);
  return key;
}

/** The same as a text, for what is small and met once: nothing is remembered, nothing hashed but columns. */
export function contentText(value: unknown): string {
  if (value === null || typeof value !== 'object') return primitive(value);
  if (ArrayBuffer.isView(value)) return contentKey(value);
  if (Array.isArray(value)) return `[${value.map(contentText).join(',')}]`;
  return membersText(value, contentText);
}

function primitive(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  // JSON would write NaN and the infinities alike.
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'boolean' || value === null || value === undefined) return String(value);
  throw new Error(`a ${typeof value} has no content to make a key of`);
}

function keyOfObject(value: object): string {
  if (ArrayBuffer.isView(value)) {
    if (value instanceof DataView) throw new Error('a DataView has no content to make a key of');
    const numbers = value as unknown as ArrayLike<number>;
    return `#${hashColumns({ [value.constructor.name]: Float64Array.from(numbers) })}`;
  }
  if (Array.isArray(value)) return `#${hashText(`[${value.map(contentKey).join(',')}]`)}`;
  return `#${hashText(membersText(value, contentKey))}`;
}

function membersText(value: object, textOf: (member: unknown) => string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new Error('only plain objects have content to make a key of');
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, member]) => `${JSON.stringify(name)}:${textOf(member)}`);
  return `{${members.join(',')}}`;
}
