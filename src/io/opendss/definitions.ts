import type { Place } from './reports';
import type { Session } from './session';
import type { PropertyEdit } from './propertyEdit';

/** An object of a script while it is read: mutable, in OpenDSS's own terms and units. */
export interface DssObject {
  readonly id: string;
  /** Where it was defined. */
  readonly place: Place;
  enabled: boolean;
  /** Only circuit elements have it; Hz. */
  baseFrequencyHz: number;
}

/** Members are methods so that definitions of different objects fit in one list. */
export interface Property<T extends DssObject> {
  readonly name: string;
  apply(target: T, edit: PropertyEdit): void;
}

export interface ClassDefinition<T extends DssObject> {
  readonly name: string;
  /** What is not known of it is passed over: it has next to no part in a power flow. */
  readonly lenient?: boolean;
  /** In OpenDSS's order, which decides positional values and abbreviations. */
  readonly properties: readonly Property<T>[];
  create(id: string, session: Session): T;
  /** After each command that edited the object. */
  finish?(target: T, session: Session): void;
  /** `like=`: what OpenDSS copies. */
  copy(target: T, source: T): void;
}

export function newObject(id: string, session: Session): DssObject {
  return { id, place: session.reports.place, enabled: true, baseFrequencyHz: session.baseFrequencyHz };
}

/** Exact names first, then the first property that begins with the word. */
export class NameList {
  private readonly found = new Map<string, number>();

  constructor(private readonly names: readonly string[]) {
    names.forEach((name, index) => {
      const key = name.toLowerCase();
      if (!this.found.has(key)) this.found.set(key, index);
    });
  }

  /** Index of a name or its abbreviation, in any case; -1 where nothing fits. */
  find(word: string): number {
    const key = word.toLowerCase();
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const index = key === '' ? -1 : this.names.findIndex((name) => name.toLowerCase().startsWith(key));
    this.found.set(key, index);
    return index;
  }
}

/** A class with the objects a script made of it, in order. */
export class ClassTable {
  readonly objects = new Map<string, DssObject>();
  readonly names: NameList;
  /** The object that was touched last. */
  active: DssObject | undefined;

  constructor(readonly definition: ClassDefinition<DssObject>) {
    this.names = new NameList(definition.properties.map((property) => property.name));
  }
}
