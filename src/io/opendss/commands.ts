import { allocateLoads } from './allocateLoads';
import { batchEdit } from './batchEdit';
import { readBusCoordinates, setBusBase, setBusPosition } from './busCommands';
import { COMMAND_LIST, COMMAND_NAMES, REFUSED_COMMANDS } from './commandNames';
import { activate, applyProperties, readObjectName } from './edit';
import {
  editCommand,
  more,
  newObjectCommand,
  setEnabled,
  switchTerminal,
  type Command,
} from './elementCommands';
import { resolvePath } from './fileAccess';
import { runSet } from './options';
import type { ScriptRunner } from './script';
import { TokenReader } from './tokens';

function defineVariables(runner: ScriptRunner, reader: TokenReader): void {
  while (reader.next())
    if (reader.name !== '') runner.session.variables.set(reader.name.toLowerCase(), reader.value);
}

function calcVoltageBases(runner: ScriptRunner): void {
  runner.session.voltageBasesAsked = true;
}

function changeFolder(runner: ScriptRunner, reader: TokenReader): void {
  if (reader.next()) runner.session.folder = resolvePath(runner.session.folder, reader.value);
}

const COMMANDS: Readonly<Record<string, Command>> = {
  new: newObjectCommand,
  edit: editCommand,
  more,
  m: more,
  '~': more,
  select(runner, reader) {
    const name = readObjectName(reader, runner.session);
    if (name !== undefined && name.className !== 'circuit') activate(name, runner.session);
  },
  solve(runner, reader) {
    runSet(runner.session, reader);
    runner.session.solved();
  },
  set: (runner, reader) => runSet(runner.session, reader),
  enable: setEnabled(true),
  disable: setEnabled(false),
  open: switchTerminal(true),
  close: switchTerminal(false),
  compile(runner, reader) {
    if (reader.next()) runner.runFile(reader.value, true);
  },
  redirect(runner, reader) {
    if (reader.next()) runner.runFile(reader.value, false);
  },
  clear: (runner) => runner.session.clear(),
  clearall: (runner) => runner.session.clear(),
  calcvoltagebases: calcVoltageBases,
  setkvbase: setBusBase,
  buscoords: (runner, reader) => readBusCoordinates(runner, reader, false),
  latlongcoords: (runner, reader) => readBusCoordinates(runner, reader, true),
  setbusxy: setBusPosition,
  batchedit: batchEdit,
  allocateloads: ({ session }) => allocateLoads(session),
  var: defineVariables,
  cd: changeFolder,
};

/** Runs one line: a command, or `class.name.property=value`. */
export function runCommand(runner: ScriptRunner, line: string): void {
  const { session } = runner;
  const reader = new TokenReader(line, session.variables);
  if (!reader.next()) return;
  if (reader.name !== '') {
    assign(runner, reader);
    return;
  }
  const index = COMMAND_LIST.find(reader.value);
  const name = COMMAND_NAMES[index]?.toLowerCase();
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command !== undefined) command(runner, reader);
  else if (name === undefined || REFUSED_COMMANDS.has(name)) refuse(runner, reader.value, name);
  else ignored(runner, name);
}

function refuse(runner: ScriptRunner, word: string, name: string | undefined): void {
  runner.session.reports.error({
    code: name === undefined ? 'dss-command' : 'dss-unsupported',
    value: word,
    message:
      name === undefined
        ? `"${word}" is no command.`
        : `The command ${name} changes the circuit and is not supported.`,
    remedy:
      name === undefined
        ? 'Correct the line, or take it out.'
        : 'Run it elsewhere and save the circuit first.',
  });
}

function ignored(runner: ScriptRunner, name: string): void {
  runner.session.reports.note(`command ${name}`, {
    code: 'dss-unused',
    value: name,
    message: `The command ${name} has no part in reading a circuit.`,
    remedy: 'Nothing to do.',
  });
}

/** `class.name.property=value more=..`, `name.property=value` of the class used last, or a property of the active object. */
function assign(runner: ScriptRunner, reader: TokenReader): void {
  const { session, edit } = runner;
  const parts = reader.name.split('.');
  const property = parts.length >= 3 ? parts.slice(2).join('.') : parts.at(-1)!;
  let object = session.activeTable?.active;
  if (parts.length >= 2) {
    const className =
      parts.length >= 3
        ? parts[0]!.toLowerCase()
        : (session.activeTable?.definition.name.toLowerCase() ?? '');
    object = activate({ className, id: (parts.length >= 3 ? parts[1]! : parts[0]!).toLowerCase() }, session);
    if (object === undefined) return;
  }
  if (object === undefined || property === '') {
    refuse(runner, reader.name, undefined);
    return;
  }
  const rest = new TokenReader(`${property}="${reader.value}" ${reader.rest}`, session.variables);
  applyProperties(session.activeTable!, object, rest, edit);
}
