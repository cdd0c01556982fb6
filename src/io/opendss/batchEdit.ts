import { applyProperties, readObjectName, tableOf } from './edit';
import type { ScriptRunner } from './script';
import type { TokenReader } from './tokens';

const MAX_LENGTH = 200;
const MAX_REPETITIONS = 4;

/** `BatchEdit class.pattern property=value ..`: edits every object whose name holds a match of the regular expression. */
export function batchEdit(runner: ScriptRunner, reader: TokenReader): void {
  const { session } = runner;
  const name = readObjectName(reader, session);
  if (name === undefined || name.className === 'circuit') return;
  const table = tableOf(name.className, session);
  const pattern = table === undefined ? undefined : compilePattern(runner, name.id);
  if (table === undefined || pattern === undefined) return;
  const { position } = reader;
  for (const object of table.objects.values()) {
    if (!pattern.test(object.id)) continue;
    reader.position = position;
    applyProperties(table, object, reader, runner.edit);
  }
}

/** Patterns that could take long (repeated groups, many repetitions) are refused. */
function compilePattern(runner: ScriptRunner, text: string): RegExp | undefined {
  const repetitions = text.match(/[*+{]/g)?.length ?? 0;
  if (text.length <= MAX_LENGTH && repetitions <= MAX_REPETITIONS && !/\)[*+{?]/.test(text)) {
    try {
      return new RegExp(text, 'i');
    } catch {
      // Reported below, as what is too complicated is.
    }
  }
  runner.session.reports.error({
    code: 'dss-pattern',
    value: text,
    message: `"${text}" is no regular expression that is accepted here.`,
    remedy: 'Use plain letters, ".", ".*" and brackets.',
  });
  return undefined;
}
