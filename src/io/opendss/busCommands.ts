import { textOf } from './fileAccess';
import { evaluate, parseReal } from './numbers';
import type { ScriptRunner } from './script';
import { TokenReader } from './tokens';

/** Rows of `bus, x, y`; latitude and longitude come the other way round. */
export function readBusCoordinates(runner: ScriptRunner, reader: TokenReader, swapped: boolean): void {
  const { session } = runner;
  if (!reader.next()) return;
  const path = reader.value;
  const content = session.readFile(path);
  if (content === undefined) {
    session.reports.warning({
      code: 'dss-coordinates',
      value: path,
      message: `The file of bus coordinates "${path}" was not found; buses have no place.`,
      remedy: 'Put it beside the file that names it.',
    });
    return;
  }
  const text = textOf(content);
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const row = new TokenReader(text.slice(start, text.charCodeAt(end - 1) === 13 ? end - 1 : end));
    start = end + 1;
    if (!row.next()) continue;
    const bus = row.value.toLowerCase();
    const x = row.next() ? parseReal(row.value) : undefined;
    const y = row.next() ? parseReal(row.value) : undefined;
    if (x !== undefined && y !== undefined) session.positions.set(bus, swapped ? { x: y, y: x } : { x, y });
    else reportRow(runner, path, bus);
  }
}

function reportRow(runner: ScriptRunner, path: string, bus: string): void {
  runner.session.reports.note(`coordinates ${path}`, {
    code: 'dss-coordinates',
    value: bus,
    message: `A row of "${path}" has no two coordinates (bus "${bus}").`,
    remedy: 'Write bus, x, y on every row.',
  });
}

/** `SetBusXY bus=.. x=.. y=..` */
export function setBusPosition(runner: ScriptRunner, reader: TokenReader): void {
  const values: string[] = [];
  while (reader.next()) {
    const at = ['bus', 'x', 'y'].indexOf(reader.name.toLowerCase());
    values[at < 0 ? values.length : at] = reader.value;
  }
  const [bus = '', x = '', y = ''] = values;
  const place = { x: evaluate(x, runner.session.variables), y: evaluate(y, runner.session.variables) };
  if (place.x !== undefined && place.y !== undefined)
    runner.session.positions.set(bus.toLowerCase(), { x: place.x, y: place.y });
}

/** `SetkVBase bus=.. kVLL=..` or `kVLN=..` */
export function setBusBase(runner: ScriptRunner, reader: TokenReader): void {
  const { session } = runner;
  reader.next();
  const bus = reader.value.toLowerCase();
  reader.next();
  const kv = evaluate(reader.value, session.variables);
  if (bus !== '' && kv !== undefined && kv > 0) {
    session.busBasesV.set(bus, (kv * 1000) / (reader.name.toLowerCase() === 'kvln' ? 1 : Math.sqrt(3)));
    return;
  }
  session.reports.error({
    code: 'dss-number',
    value: reader.value,
    message: 'SetkVBase wants a bus and its voltage.',
    remedy: 'Write SetkVBase bus=name kVLL=12.47.',
  });
}
