import { activate, applyProperties, newOrExisting, readObjectName, tableOf } from './edit';
import { ignoredClassNames, unsupportedClassNames } from './otherClasses';
import type { ScriptRunner } from './script';
import { TokenReader } from './tokens';

export type Command = (runner: ScriptRunner, reader: TokenReader) => void;

export function newObjectCommand(runner: ScriptRunner, reader: TokenReader): void {
  const { session, edit } = runner;
  const name = readObjectName(reader, session);
  if (name === undefined) return;
  if (name.className === 'circuit') {
    newCircuit(runner, name.id, reader);
    return;
  }
  const table = tableOf(name.className, session);
  if (table === undefined) return;
  if (
    session.circuitName === undefined &&
    isElement(
      table.definition.properties.map((property) => property.name),
      name.className,
    )
  ) {
    session.reports.error({
      code: 'dss-circuit',
      field: `${name.className}.${name.id}`,
      message: 'An element is defined before the circuit.',
      remedy: 'Write New Circuit.name first.',
    });
  }
  applyProperties(table, newOrExisting(name, table, session), reader, edit);
}

function isElement(properties: readonly string[], className: string): boolean {
  return (
    properties.includes('enabled') &&
    !ignoredClassNames.has(className) &&
    !unsupportedClassNames.has(className)
  );
}

/** A circuit brings its source along, and what else stands on the line is the source's. */
function newCircuit(runner: ScriptRunner, name: string, reader: TokenReader): void {
  const { session, edit } = runner;
  if (session.circuitName !== undefined) {
    session.reports.error({
      code: 'dss-circuit',
      message: `A second circuit "${name}" begins; only one can be read.`,
      remedy: 'Write Clear before it, or take it out.',
    });
    return;
  }
  session.circuitName = name;
  const table = session.tables.get('vsource')!;
  const source = newOrExisting({ className: 'vsource', id: 'source' }, table, session);
  applyProperties(table, source, new TokenReader(`bus1=SourceBus ${reader.rest}`, session.variables), edit);
}

export function editCommand(runner: ScriptRunner, reader: TokenReader): void {
  const name = readObjectName(reader, runner.session);
  if (name === undefined || name.className === 'circuit') return;
  const object = activate(name, runner.session);
  if (object !== undefined) applyProperties(runner.session.activeTable!, object, reader, runner.edit);
}

export function more(runner: ScriptRunner, reader: TokenReader): void {
  const { session } = runner;
  const table = session.activeTable;
  if (table?.active === undefined) {
    session.reports.error({
      code: 'dss-command',
      message: 'There is no object to go on with.',
      remedy: 'Write New or Edit first.',
    });
    return;
  }
  applyProperties(table, table.active, reader, runner.edit);
}

export function setEnabled(enabled: boolean): Command {
  return (runner, reader) => {
    const { session } = runner;
    const name = readObjectName(reader, session);
    if (name === undefined) return;
    if (name.id !== '*') {
      const object = activate(name, session);
      if (object !== undefined) object.enabled = enabled;
      return;
    }
    for (const object of tableOf(name.className, session)?.objects.values() ?? []) object.enabled = enabled;
  };
}

/** `Open class.name terminal conductor`; 0 or none = all conductors. */
export function switchTerminal(open: boolean): Command {
  return (runner, reader) => {
    const { session } = runner;
    const name = readObjectName(reader, session);
    if (name === undefined || activate(name, session) === undefined) return;
    const numbers = [0, 0];
    for (let i = 0; i < 2 && reader.next(); i++) {
      const value = Number(reader.value);
      if (Number.isInteger(value) && value >= 0) numbers[i] = value;
      else reportNumber(runner, reader.value);
    }
    const terminal = Math.max(1, numbers[0]!) - 1;
    const conductor = numbers[1] === 0 ? ('all' as const) : numbers[1]! - 1;
    session.setOpen(`${name.className}.${name.id}`, { terminal, conductor }, open);
  };
}

function reportNumber(runner: ScriptRunner, value: string): void {
  runner.session.reports.error({
    code: 'dss-number',
    value,
    message: `"${value}" is no number of a terminal or conductor.`,
    remedy: 'Give whole numbers from 1.',
  });
}
