import { parseXml, XmlElement } from '@rgrove/parse-xml';

/** An element without its prefix, with its line. */
export interface XmlView {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlView[];
  /** Text directly inside it, trimmed. */
  readonly text: string;
}

/** Deeper nesting than this is no feed of meter readings. */
const MAX_DEPTH = 60;

/**
 * A well-formed document's root element, or the reason why there is none. Document type declarations are not expanded
 * (the parser knows the five predefined entities only), so no file can blow itself up.
 */
export function readXml(text: string): { readonly root: XmlView } | { readonly problem: string } {
  try {
    const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    const { root } = parseXml(plain, { includeOffsets: true });
    if (root === null) return { problem: 'there is no element in it' };
    const view = viewOf(root, lineCounter(plain), 0);
    return view === null ? { problem: 'it is nested deeper than any feed' } : { root: view };
  } catch (error) {
    // The parser throws; its first line says what and where, the rest shows the place.
    const message = error instanceof Error ? error.message : String(error);
    return { problem: (message.split('\n')[0] ?? '').slice(0, 120) };
  }
}

function viewOf(element: XmlElement, lineOf: (offset: number) => number, depth: number): XmlView | null {
  if (depth > MAX_DEPTH) return null;
  // Before those of the children, which lie behind it.
  const line = lineOf(element.start);
  const children: XmlView[] = [];
  let text = '';
  for (const child of element.children) {
    if (child instanceof XmlElement) {
      const view = viewOf(child, lineOf, depth + 1);
      if (view === null) return null;
      children.push(view);
    } else if ('text' in child && typeof child.text === 'string') {
      text += child.text;
    }
  }
  return {
    name: element.name.slice(element.name.indexOf(':') + 1),
    line,
    attributes: element.attributes,
    children,
    text: text.trim(),
  };
}

/** 1-based line of an offset; asked in rising order, so that one pass over the text is enough. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}

export const childOf = (element: XmlView, name: string): XmlView | undefined =>
  element.children.find((child) => child.name === name);

export const textOf = (element: XmlView, name: string): string | null => childOf(element, name)?.text ?? null;

/** Every element of a name, in document order; found ones are not searched inside. */
export function elementsNamed(root: XmlView, name: string): XmlView[] {
  if (root.name === name) return [root];
  return root.children.flatMap((child) => elementsNamed(child, name));
}
