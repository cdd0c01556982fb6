import { parseArgs } from 'node:util';
import { writeCircuitFile } from '../../io/circuitFile';
import { writeOpenDss } from '../../io/opendss';
import { writePandapower } from '../../io/pandapower';
import type { Circuit } from '../../model/circuit';
import { type Outcome, settle } from '../../model/outcome';
import { loadCircuit, loadTables } from '../circuitInput';
import { EXIT, required, usageFailure } from '../exit';
import { writeResults } from '../resultFiles';

export const CIRCUIT_USAGE =
  'circuit FILE(.dss|.json) | TABLES(.csv|.geojson)... --out FILE [--format circuit|pandapower|opendss] [--report FILE]';

const FORMATS: Readonly<Record<string, (circuit: Circuit) => Outcome<string>>> = {
  circuit: writeCircuitFile,
  pandapower: writePandapower,
  opendss: (circuit) => {
    const { text, issues } = writeOpenDss(circuit);
    return settle(text, issues);
  },
};

/** Reads a circuit in any format and writes it in another; tables and drawings come with a report of what was mended. */
export function convertCircuit(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      format: { type: 'string', default: 'circuit' },
      report: { type: 'string' },
    },
  });
  const write = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format] : undefined;
  const [first] = positionals;
  if (first === undefined || values.out === undefined) {
    throw usageFailure('circuit takes files to read and a file to write.', CIRCUIT_USAGE);
  }
  if (write === undefined) {
    throw usageFailure(`There is no format ${values.format}.`, `Use ${Object.keys(FORMATS).join(', ')}.`);
  }
  const isTables = positionals.every((path) => /\.(csv|geojson)$/i.test(path));
  if (!isTables && positionals.length > 1) {
    throw usageFailure('Several files are tables (.csv, .geojson) only.', CIRCUIT_USAGE);
  }
  if (!isTables && values.report !== undefined) {
    throw usageFailure('--report goes with tables (.csv, .geojson) only.', CIRCUIT_USAGE);
  }
  const { circuit, report } = isTables
    ? loadTables(positionals)
    : { circuit: loadCircuit(first), report: '' };
  const text = required(write(circuit));
  writeResults([
    { path: values.out, content: () => text },
    { path: values.report, content: () => `${report}\n` },
  ]);
  if (isTables && values.report === undefined) process.stdout.write(`${report}\n`);
  return EXIT.done;
}
