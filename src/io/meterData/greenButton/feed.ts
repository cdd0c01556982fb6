import { childOf, elementsNamed, textOf, type XmlView } from './xml';

/** An Atom entry: its links and the resources in its content. */
interface Entry {
  readonly self: string;
  readonly up: string;
  readonly related: readonly string[];
  readonly resources: readonly XmlView[];
}

/** Interval blocks that belong to one meter reading, with its reading type. */
export interface BlockGroup {
  /** Last parts of the meter reading's address (or the reading type's), to tell and to choose it by. */
  readonly name: string;
  readonly addresses: readonly string[];
  readonly readingType: XmlView;
  readonly blocks: readonly XmlView[];
}

export interface Feed {
  readonly groups: readonly BlockGroup[];
  /** Blocks whose reading type cannot be found. */
  readonly unlinked: readonly XmlView[];
  readonly localTime: readonly XmlView[];
}

/**
 * Sorts a feed's resources by their links: IntervalBlock belongs below the MeterReading whose address its own begins
 * with, and that entry is related to a ReadingType. Without links a single reading type holds for all.
 */
export function readFeed(root: XmlView): Feed {
  const entries = elementsNamed(root, 'entry').map(entryOf);
  const all = entries.length > 0 ? entries : [{ self: '', up: '', related: [], resources: [root] }];
  const types = all.flatMap((entry) => found(entry, 'ReadingType').map((element) => ({ entry, element })));
  const readings = all.filter((entry) => found(entry, 'MeterReading').length > 0);
  const groups = new Map<string, { group: BlockGroup; blocks: XmlView[] }>();
  const unlinked: XmlView[] = [];
  for (const entry of all) {
    const blocks = found(entry, 'IntervalBlock');
    if (blocks.length === 0) continue;
    const reading = readings.find((one) => one.self !== '' && isBelow(entry, one.self));
    const linked =
      reading === undefined ? undefined : types.find((type) => isRelated(reading, type.entry.self));
    const type = linked ?? (types.length === 1 ? types[0] : undefined);
    if (type === undefined) {
      unlinked.push(...blocks);
      continue;
    }
    const addresses = [reading?.self ?? '', type.entry.self].filter((address) => address !== '');
    const key = `${reading?.self ?? ''} ${types.indexOf(type)}`;
    const known = groups.get(key);
    if (known === undefined) {
      const own = [...blocks];
      const group = { name: nameOf(addresses), addresses, readingType: type.element, blocks: own };
      groups.set(key, { group, blocks: own });
    } else known.blocks.push(...blocks);
  }
  return {
    groups: [...groups.values()].map(({ group }) => group),
    unlinked,
    localTime: all.flatMap((entry) => found(entry, 'LocalTimeParameters')),
  };
}

const found = (entry: Entry, name: string): XmlView[] =>
  entry.resources.flatMap((resource) => elementsNamed(resource, name));

function entryOf(element: XmlView): Entry {
  const links = element.children.filter((child) => child.name === 'link');
  const hrefs = (rel: string): string[] =>
    links
      .filter((link) => link.attributes.rel === rel)
      .map((link) => (link.attributes.href ?? '').trim().replace(/\/+$/, ''))
      .filter((href) => href !== '');
  return {
    self: hrefs('self')[0] ?? '',
    up: hrefs('up')[0] ?? '',
    related: hrefs('related'),
    resources: childOf(element, 'content')?.children ?? [],
  };
}

const isBelow = (entry: Entry, address: string): boolean =>
  `${entry.self}/`.startsWith(`${address}/`) || `${entry.up}/`.startsWith(`${address}/`);

/** Addresses are compared whole, or by their ends when one is relative. */
function isRelated(reading: Entry, type: string): boolean {
  return (
    type !== '' &&
    reading.related.some((href) => href === type || href.endsWith(`/${type}`) || type.endsWith(`/${href}`))
  );
}

function nameOf(addresses: readonly string[]): string {
  const [first] = addresses;
  return first === undefined ? 'meter reading' : first.split('/').slice(-4).join('/');
}

/** A whole number inside an element; null when it is absent or none. */
export function wholeNumber(element: XmlView, name: string): number | null {
  const text = textOf(element, name);
  return text !== null && /^[+-]?\d{1,12}$/.test(text) ? Number(text) : null;
}
