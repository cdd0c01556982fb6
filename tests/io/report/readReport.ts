import { parseXml, XmlElement } from '@rgrove/parse-xml';

/** A report read back: the elements of a file that has to be well-formed. */
export interface ReadReport {
  readonly elements: readonly XmlElement[];
  /** All numbers by name; a name may stand several times, always with one value. */
  readonly figures: ReadonlyMap<string, readonly { value: number; unit: string; text: string }[]>;
  readonly text: string;
}

export function readReport(html: string): ReadReport {
  const root = parseXml(html.replace(/^<!doctype html>\n/, '')).root!;
  const elements: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    elements.push(element);
    for (const child of element.children) if (child instanceof XmlElement) visit(child);
  };
  visit(root);
  const figures = new Map<string, { value: number; unit: string; text: string }[]>();
  for (const { attributes, text } of elements) {
    const name = attributes['data-figure'];
    if (name === undefined) continue;
    const given = attributes['data-value']!;
    const found = { value: given === '' ? Number.NaN : Number(given), unit: attributes['data-unit']!, text };
    figures.set(name, [...(figures.get(name) ?? []), found]);
  }
  return { elements, figures, text: root.text };
}
