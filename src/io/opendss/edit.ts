import type { ClassTable, DssObject } from './definitions';
import { ignoredClassNames } from './otherClasses';
import type { PropertyEdit } from './propertyEdit';
import type { Session } from './session';
import type { TokenReader } from './tokens';

/** `class.name`, split at the first point. Without a point the class is the one used last. */
export interface ObjectName {
  readonly className: string;
  readonly id: string;
}

/** The object a command names first, with or without `object=`. */
export function readObjectName(reader: TokenReader, session: Session): ObjectName | undefined {
  if (!reader.next()) return undefined;
  const named = reader.name.toLowerCase();
  if (named !== '' && !'object'.startsWith(named) && !named.startsWith('object')) {
    session.reports.error({
      code: 'dss-command',
      value: `${reader.name}=${reader.value}`,
      message: `The command names "${reader.name}" where class.name is wanted.`,
      remedy: 'Write the class and name right after the command.',
    });
    return undefined;
  }
  return splitName(reader.value, session);
}

export function splitName(word: string, session: Session): ObjectName {
  const dot = word.indexOf('.');
  const id = dot < 0 ? word : word.slice(dot + 1);
  const className =
    dot < 0 ? (session.activeTable?.definition.name.toLowerCase() ?? '') : word.slice(0, dot).toLowerCase();
  return { className, id: (session.variables.get(id.toLowerCase()) ?? id).toLowerCase() };
}

/** The table of a class; an error where no class has this name. */
export function tableOf(className: string, session: Session): ClassTable | undefined {
  const table = session.tables.get(className);
  if (table === undefined) {
    session.reports.error({
      code: 'dss-class',
      value: className,
      message: `There is no class "${className}".`,
      remedy: 'Correct the name of the class.',
    });
  }
  return table;
}

/** The named object, made active; an error where it does not exist. */
export function activate(name: ObjectName, session: Session): DssObject | undefined {
  const table = tableOf(name.className, session);
  if (table === undefined) return undefined;
  session.activeTable = table;
  const object = table.objects.get(name.id);
  if (object === undefined) {
    session.reports.error({
      code: 'dss-object',
      field: `${name.className}.${name.id}`,
      message: `${table.definition.name}.${name.id} does not exist.`,
      remedy: 'Define it before this line, or correct the name.',
    });
    return undefined;
  }
  table.active = object;
  return object;
}

/** A new object, or the one that has the name already, as OpenDSS does without AllowDuplicates. */
export function newOrExisting(name: ObjectName, table: ClassTable, session: Session): DssObject {
  session.activeTable = table;
  const existing = table.objects.get(name.id);
  if (existing !== undefined) {
    table.active = existing;
    if (session.builtIns.has(existing)) return existing;
    session.reports.warning({
      code: 'dss-duplicate',
      field: `${name.className}.${name.id}`,
      message: `${table.definition.name}.${name.id} is defined a second time; this edits the first.`,
      remedy: 'Give every object its own name, or write Edit.',
    });
    return existing;
  }
  const object = table.definition.create(name.id, session);
  table.objects.set(name.id, object);
  table.active = object;
  reportClass(name, session);
  return object;
}

function reportClass(name: ObjectName, session: Session): void {
  if (ignoredClassNames.has(name.className)) {
    session.reports.note(`class ${name.className}`, {
      code: 'dss-unused',
      field: name.className,
      message: `Objects of the class ${name.className} have no part in a power flow and are not used.`,
      remedy: 'Nothing to do.',
    });
  }
}

/** Applies the rest of a command line to an object. Bare values go on after the property given last. */
export function applyProperties(
  table: ClassTable,
  object: DssObject,
  reader: TokenReader,
  edit: PropertyEdit,
  firstPosition = 0,
): void {
  const { session } = edit;
  session.activeTable = table;
  table.active = object;
  const { properties } = table.definition;
  if (properties.length === 0) {
    readEnabled(object, reader);
    return;
  }
  edit.className = table.definition.name;
  edit.objectId = object.id;
  let position = firstPosition;
  while (reader.next()) {
    position = reader.name === '' ? position + 1 : propertyPosition(table, reader.name);
    edit.property = reader.name;
    edit.value = reader.value;
    const property = properties[position - 1];
    if (property !== undefined) {
      edit.property = property.name;
      property.apply(object, edit);
    } else if (position === properties.length + 1) {
      like(table, object, edit);
    } else if (table.definition.lenient !== true) {
      unknownProperty(edit);
    }
  }
  if (reader.rest.trim() !== '' && table.definition.lenient !== true) emptyValue(edit, reader.rest);
  table.definition.finish?.(object, session);
}

/** Of a class whose properties are not read: an element that is switched off changes nothing. */
function readEnabled(object: DssObject, reader: TokenReader): void {
  while (reader.next()) {
    if (/^ena(b(l(e(d)?)?)?)?$/i.test(reader.name)) object.enabled = /^[yt]/i.test(reader.value);
  }
}

/** From 1; `like` comes after all others; 0 where nothing fits. */
function propertyPosition(table: ClassTable, word: string): number {
  const index = table.names.find(word);
  if (index >= 0) return index + 1;
  return word !== '' && 'like'.startsWith(word.toLowerCase()) ? table.definition.properties.length + 1 : 0;
}

function like(table: ClassTable, object: DssObject, edit: PropertyEdit): void {
  const source = table.objects.get(edit.value.toLowerCase());
  edit.property = 'like';
  if (source === undefined)
    edit.reject('dss-reference', `names "${edit.value}", which is not defined above`, 'Define it first.');
  else table.definition.copy(object, source);
}

function unknownProperty(edit: PropertyEdit): void {
  const what = edit.property === '' ? `a value beyond the last property` : `no property "${edit.property}"`;
  edit.session.reports.error({
    code: 'dss-property',
    field: edit.field,
    value: edit.value,
    message: `${edit.className}.${edit.objectId} has ${what}${edit.property === '' ? '' : ' that is known here'}.`,
    remedy: 'Correct the name of the property, or take it out.',
  });
}

function emptyValue(edit: PropertyEdit, rest: string): void {
  edit.session.reports.warning({
    code: 'dss-empty-value',
    field: edit.field,
    value: rest,
    message: `${edit.className}.${edit.objectId}: an empty value ends the line for OpenDSS; what follows is not read.`,
    remedy: 'Give every property a value, or take it out.',
  });
}
