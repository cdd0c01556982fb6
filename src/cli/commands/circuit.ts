import { parseArgs } from 'node:util';
import { writeCircuitFile } from '../../io/circuitFile';
import { writeOpenDss } from '../../io/opendss';
import { writePandapower } from '../../io/pandapower';
import type { Circuit } from '../../model/circuit';
import { type Outcome, settle } from '../../model/outcome';
import { loadCircuit, loadTables } from '../circuitInput';
import { EXIT, required, usageFailure } from '../exit';
import { writeFile } from '../files';

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
  const write = FORMATS[values.format];
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
  const read = isTables ? loadTables(positionals) : { circuit: loadCircuit(first), report: null };
  const text = required(write(read.circuit));
  if (read.report !== null) {
    if (values.report === undefined) process.stdout.write(`${read.report}\n`);
    else writeFile(values.report, `${read.report}\n`);
  }
  writeFile(values.out, text);
  return EXIT.done;
}
