import type { CircuitStudy } from '../../model/circuit';
import type { EarthModel } from '../../sim/powerflow/elements/earthReturn';
import { addBuiltIns } from './builtIns';
import { CLASSES } from './classes';
import { ClassTable, type ClassDefinition, type DssObject } from './definitions';
import { folderOf, resolvePath, type FileAccess } from './fileAccess';
import { Reports, type Place } from './reports';

/** Per conductor, whether a terminal is open there. */
export interface OpenConductors {
  readonly terminal: number;
  /** From 0; or every conductor. */
  readonly conductor: number | 'all';
}

/** Settings of `Set`, with OpenDSS's defaults. */
export interface Options {
  defaultBaseFrequencyHz: number;
  /** Of the solution; NaN = the base frequency. */
  frequencyHz: number;
  mode: CircuitStudy['mode'] | 'other';
  modeName: string;
  stepS: number;
  stepCount: number;
  loadMultiplier: number;
  generatorMultiplier: number;
  tolerance: number;
  maxIterations: number;
  controls: CircuitStudy['controls'];
  maxControlIterations: number;
  /** Of `AllocateLoads`. */
  allocationPasses: number;
  year: number;
  /** Growth of loads without a growth shape, a year; 1.025 = 2.5 %. */
  growthRate: number;
  voltageBasesKv: number[];
  earthModel: EarthModel;
  allowDuplicates: boolean;
  longLineCorrection: boolean;
}

export interface BusPosition {
  readonly x: number;
  readonly y: number;
}

/** What one script has built so far. */
export class Session {
  reports = new Reports();
  readonly variables = new Map<string, string>();
  readonly options: Options = defaultOptions();
  circuitName: string | undefined;
  tables = makeTables();
  activeTable: ClassTable | undefined;
  /** Folder of the file being read. */
  folder = '';
  readonly positions = new Map<string, BusPosition>();
  /** Explicit bases of buses, phase to earth. */
  readonly busBasesV = new Map<string, number>();
  voltageBasesAsked = false;
  /** Keys are `class.name`. */
  readonly opened = new Map<string, OpenConductors[]>();
  /** Power flows asked for. */
  solveCount = 0;
  solvedMode: CircuitStudy['mode'] | undefined;
  /** The first solution after the last power flow that is none. */
  otherSolve: { readonly place: Place; readonly mode: string } | undefined;

  /** Objects that no line has defined yet. */
  builtIns: ReadonlySet<DssObject>;

  constructor(readonly files: FileAccess) {
    this.builtIns = addBuiltIns(this);
  }

  /** Of elements that are made now. */
  get baseFrequencyHz(): number {
    return this.options.defaultBaseFrequencyHz;
  }

  get solutionFrequencyHz(): number {
    const { frequencyHz } = this.options;
    return Number.isNaN(frequencyHz) ? this.baseFrequencyHz : frequencyHz;
  }

  objects<T extends DssObject>(definition: ClassDefinition<T>): Map<string, T> {
    return this.tables.get(definition.name.toLowerCase())!.objects as Map<string, T>;
  }

  /** Opens or closes a terminal's conductors; the last word counts. */
  setOpen(element: string, where: OpenConductors, open: boolean): void {
    const others = (this.opened.get(element) ?? []).filter(
      (known) =>
        known.terminal !== where.terminal ||
        (where.conductor !== 'all' && known.conductor !== where.conductor),
    );
    this.opened.set(element, open ? [...others, where] : others);
  }

  /** `Solve`: counts power flows, and remembers a solution of another kind after the last of them. */
  solved(): void {
    if (this.options.mode === 'other') {
      this.otherSolve ??= { place: this.reports.place, mode: this.options.modeName };
      return;
    }
    this.solvedMode = this.options.mode;
    this.solveCount += 1;
    this.otherSolve = undefined;
  }

  readFile(written: string): string | Uint8Array | undefined {
    return this.files.read(resolvePath(this.folder, written));
  }

  enter(path: string): () => void {
    const before = this.folder;
    this.folder = folderOf(path);
    return () => {
      this.folder = before;
    };
  }

  /** `Clear`: everything goes but the variables and the default frequency. */
  clear(): void {
    this.circuitName = undefined;
    this.tables = makeTables();
    this.activeTable = undefined;
    this.positions.clear();
    this.busBasesV.clear();
    this.opened.clear();
    this.voltageBasesAsked = false;
    this.solvedMode = undefined;
    this.otherSolve = undefined;
    const { defaultBaseFrequencyHz } = this.options;
    Object.assign(this.options, defaultOptions(), { defaultBaseFrequencyHz });
    this.builtIns = addBuiltIns(this);
  }
}

function makeTables(): Map<string, ClassTable> {
  return new Map(CLASSES.map((definition) => [definition.name.toLowerCase(), new ClassTable(definition)]));
}

function defaultOptions(): Options {
  return {
    defaultBaseFrequencyHz: 60,
    frequencyHz: NaN,
    mode: 'snapshot',
    modeName: 'snapshot',
    stepS: 3600,
    stepCount: 100,
    loadMultiplier: 1,
    generatorMultiplier: 1,
    tolerance: 1e-4,
    maxIterations: 15,
    controls: 'static',
    maxControlIterations: 10,
    allocationPasses: 2,
    year: 0,
    growthRate: 1.025,
    voltageBasesKv: [0.208, 0.48, 12.47, 24.9, 34.5, 115, 230],
    earthModel: 'deri',
    allowDuplicates: false,
    longLineCorrection: false,
  };
}
