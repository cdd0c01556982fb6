import { CommandFailure, EXIT } from './exit';
import { loadLateWords } from '../words';

type Command = (args: readonly string[]) => number | Promise<number>;

interface Loaded {
  readonly run: Command;
  readonly usage: string;
}

/** Each is read when it is called: what the others need, the solver and the optimiser, is not waited for. */
const COMMANDS: Readonly<Record<string, () => Promise<Loaded>>> = {
  import: () =>
    import('./commands/import').then((room) => ({ run: room.importFiles, usage: room.IMPORT_USAGE })),
  simulate: () =>
    import('./commands/simulate').then((room) => ({ run: room.simulate, usage: room.SIMULATE_USAGE })),
  compare: () =>
    import('./commands/compare').then((room) => ({ run: room.compare, usage: room.COMPARE_USAGE })),
  sensitivity: () =>
    import('./commands/sensitivity').then((room) => ({
      run: room.sensitivity,
      usage: room.SENSITIVITY_USAGE,
    })),
  'way-out': () =>
    import('./commands/wayOut').then((room) => ({ run: room.wayOutCommand, usage: room.WAY_OUT_USAGE })),
  path: () => import('./commands/path').then((room) => ({ run: room.pathCommand, usage: room.PATH_USAGE })),
  bills: () => import('./commands/bills').then((room) => ({ run: room.bills, usage: room.BILLS_USAGE })),
  scenarios: () =>
    import('./commands/scenarios').then((room) => ({ run: room.scenarios, usage: room.SCENARIOS_USAGE })),
  agree: () => import('./commands/agree').then((room) => ({ run: room.agree, usage: room.AGREE_USAGE })),
  building: () =>
    import('./commands/building').then((room) => ({ run: room.building, usage: room.BUILDING_USAGE })),
  'export-idf': () =>
    import('./commands/exportIdf').then((room) => ({ run: room.exportIdf, usage: room.EXPORT_IDF_USAGE })),
  circuit: () =>
    import('./commands/circuit').then((room) => ({ run: room.convertCircuit, usage: room.CIRCUIT_USAGE })),
  powerflow: () =>
    import('./commands/powerflow').then((room) => ({ run: room.powerflow, usage: room.POWERFLOW_USAGE })),
  study: () => import('./commands/study').then((room) => ({ run: room.study, usage: room.STUDY_USAGE })),
  // The two that are asked most often, without the word before them.
  'hosting-capacity': () => asStudy('hosting-capacity'),
  'can-connect': () => asStudy('can-connect'),
  calibrate: () =>
    import('./commands/calibrate').then((room) => ({
      run: room.calibrateCommand,
      usage: room.CALIBRATE_USAGE,
    })),
  meter: () => import('./commands/meter').then((room) => ({ run: room.meter, usage: room.METER_USAGE })),
  'network-statistics': () =>
    import('./commands/networkStatistics').then((room) => ({
      run: room.printNetworkStatistics,
      usage: room.STATISTICS_USAGE,
    })),
  normals: () =>
    import('./commands/normals').then((room) => ({ run: room.writeNormals, usage: room.NORMALS_USAGE })),
  reference: () =>
    import('./commands/reference').then((room) => ({
      run: room.writeReference,
      usage: room.REFERENCE_USAGE,
    })),
  bench: () => import('./commands/bench').then((room) => ({ run: room.bench, usage: room.BENCH_USAGE })),
};

async function asStudy(kind: 'hosting-capacity' | 'can-connect'): Promise<Loaded> {
  const { study, DISTRICT_STUDIES } = await import('./commands/study');
  return { run: (args) => study([kind, ...args]), usage: DISTRICT_STUDIES[kind]!.usage };
}

async function usageOfAll(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map(({ usage }) => `  npm run -s gridtwin -- ${usage}`);
  return `Gridtwin, the same engine without a browser.\n\n${lines.join('\n')}\n\nExit code: 0 done, 1 bad input, 2 the calculation failed.`;
}

/** Runs one command; returns the exit code. Issues go to standard error, results to standard output. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const asked = name === undefined || name === 'help' || name === '--help';
    (asked ? process.stdout : process.stderr).write(
      `${asked ? '' : `Unknown command ${name}.\n\n`}${await usageOfAll()}\n`,
    );
    return asked && name !== undefined ? EXIT.done : EXIT.badInput;
  }
  let usage = '';
  try {
    const [command] = await Promise.all([load(), loadLateWords()]);
    ({ usage } = command);
    return await command.run(args);
  } catch (error) {
    if (error instanceof CommandFailure) {
      process.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      process.stderr.write(`error: command line: ${error.message} Usage: ${usage} [command-line]\n`);
      return EXIT.badInput;
    }
    process.stderr.write(
      `error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return EXIT.calculationFailed;
  }
}
