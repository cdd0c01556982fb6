import { CommandFailure, EXIT } from './exit';
import { agree, AGREE_USAGE } from './commands/agree';
import { bench, BENCH_USAGE } from './commands/bench';
import { bills, BILLS_USAGE } from './commands/bills';
import { building, BUILDING_USAGE } from './commands/building';
import { calibrateCommand, CALIBRATE_USAGE } from './commands/calibrate';
import { CIRCUIT_USAGE, convertCircuit } from './commands/circuit';
import { compare, COMPARE_USAGE } from './commands/compare';
import { exportIdf, EXPORT_IDF_USAGE } from './commands/exportIdf';
import { importFiles, IMPORT_USAGE } from './commands/import';
import { meter, METER_USAGE } from './commands/meter';
import { printNetworkStatistics, STATISTICS_USAGE } from './commands/networkStatistics';
import { NORMALS_USAGE, writeNormals } from './commands/normals';
import { pathCommand, PATH_USAGE } from './commands/path';
import { powerflow, POWERFLOW_USAGE } from './commands/powerflow';
import { REFERENCE_USAGE, writeReference } from './commands/reference';
import { scenarios, SCENARIOS_USAGE } from './commands/scenarios';
import { sensitivity, SENSITIVITY_USAGE } from './commands/sensitivity';
import { simulate, SIMULATE_USAGE } from './commands/simulate';
import { study, STUDY_USAGE } from './commands/study';
import { wayOutCommand, WAY_OUT_USAGE } from './commands/wayOut';
import { canConnectDistrict } from './districtStudies/canConnect';
import { hostingCapacityDistrict } from './districtStudies/hostingCapacity';
import { loadLateWords } from '../words';

type Command = (args: readonly string[]) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, { run: Command; usage: string }>> = {
  import: { run: importFiles, usage: IMPORT_USAGE },
  simulate: { run: simulate, usage: SIMULATE_USAGE },
  compare: { run: compare, usage: COMPARE_USAGE },
  sensitivity: { run: sensitivity, usage: SENSITIVITY_USAGE },
  'way-out': { run: wayOutCommand, usage: WAY_OUT_USAGE },
  path: { run: pathCommand, usage: PATH_USAGE },
  bills: { run: bills, usage: BILLS_USAGE },
  scenarios: { run: scenarios, usage: SCENARIOS_USAGE },
  agree: { run: agree, usage: AGREE_USAGE },
  building: { run: building, usage: BUILDING_USAGE },
  'export-idf': { run: exportIdf, usage: EXPORT_IDF_USAGE },
  circuit: { run: convertCircuit, usage: CIRCUIT_USAGE },
  powerflow: { run: powerflow, usage: POWERFLOW_USAGE },
  study: { run: study, usage: STUDY_USAGE },
  // The two that are asked most often, without the word before them.
  'hosting-capacity': {
    run: (args) => study(['hosting-capacity', ...args]),
    usage: hostingCapacityDistrict.usage,
  },
  'can-connect': { run: (args) => study(['can-connect', ...args]), usage: canConnectDistrict.usage },
  calibrate: { run: calibrateCommand, usage: CALIBRATE_USAGE },
  meter: { run: meter, usage: METER_USAGE },
  'network-statistics': { run: printNetworkStatistics, usage: STATISTICS_USAGE },
  normals: { run: writeNormals, usage: NORMALS_USAGE },
  reference: { run: writeReference, usage: REFERENCE_USAGE },
  bench: { run: bench, usage: BENCH_USAGE },
};

function usage(): string {
  const lines = Object.values(COMMANDS).map((command) => `  npm run -s gridtwin -- ${command.usage}`);
  return `Gridtwin, the same engine without a browser.\n\n${lines.join('\n')}\n\nExit code: 0 done, 1 bad input, 2 the calculation failed.`;
}

/** Runs one command; returns the exit code. Issues go to standard error, results to standard output. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const asked = name === undefined || name === 'help' || name === '--help';
    (asked ? process.stdout : process.stderr).write(
      `${asked ? '' : `Unknown command ${name}.\n\n`}${usage()}\n`,
    );
    return asked && name !== undefined ? EXIT.done : EXIT.badInput;
  }
  await loadLateWords();
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof CommandFailure) {
      process.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      process.stderr.write(`error: command line: ${error.message} Usage: ${command.usage} [command-line]\n`);
      return EXIT.badInput;
    }
    process.stderr.write(
      `error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return EXIT.calculationFailed;
  }
}
