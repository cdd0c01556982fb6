/**
 * Which room may import which: the one table. imports.test.ts holds every file to it and holds the table printed in
 * src/README.md to it. A room is a folder; a file belongs to the longest room its path begins with. Every import points
 * downwards in this list.
 */
export interface Room {
  /** Rooms this one may import from; itself always. */
  readonly rooms: readonly string[];
  /** npm packages, without their sub-paths; 'scope/*' and 'prefix-*' for families. */
  readonly packages: readonly string[];
  /** Folders whose files it may only name as data or start as workers (new URL, import.meta.glob, JSON imports). */
  readonly data?: readonly string[];
  readonly holds: string;
}

const NUMERIC = ['src/sim/arrays', 'src/sim/numeric'];
const PHYSICS = [
  'src/sim/weather',
  'src/sim/buildings',
  'src/sim/devices',
  'src/sim/powerflow',
  'src/sim/reliability',
];
const FACTS = ['src/units', 'src/model'];
const BELOW_STUDY = [
  ...FACTS,
  ...NUMERIC,
  'src/geometry',
  ...PHYSICS,
  'src/measures',
  'src/synthesis',
  'src/scenario',
  'src/kpi',
];
const CORE = [...BELOW_STUDY, 'src/study', 'src/io', 'src/protocol'];

export const ROOMS: Readonly<Record<string, Room>> = {
  'src/units': {
    rooms: [],
    packages: ['mathjs'],
    holds: 'quantities at the edges: suffixes, parsing, formatting',
  },
  'src/model': {
    rooms: ['src/units'],
    packages: ['zod'],
    holds: 'what things are; schemas, validation, migrations',
  },
  'src/sim/arrays': { rooms: FACTS, packages: [], holds: 'array layouts, each column declared once' },
  'src/sim/numeric': {
    rooms: [...FACTS, 'src/sim/arrays'],
    packages: ['@stdlib/math-base-special-*'],
    holds: 'portable elementary functions, seeded random, sparse factors',
  },
  'src/geometry': {
    rooms: [...FACTS, ...NUMERIC],
    packages: ['earcut', 'flatbush', 'polyclip-ts'],
    holds: 'footprints, shared walls, triangulation, spatial index',
  },
  'src/sim/weather': { rooms: [...FACTS, ...NUMERIC], packages: [], holds: 'sun, sky and weather years' },
  'src/sim/devices': {
    rooms: [...FACTS, ...NUMERIC, 'src/sim/weather'],
    packages: [],
    holds: 'PV, heat pumps, EVs, storage',
  },
  'src/sim/buildings': {
    rooms: [...FACTS, ...NUMERIC, 'src/geometry', 'src/sim/weather', 'src/sim/devices'],
    packages: [],
    holds: 'building physics and occupants',
  },
  'src/sim/powerflow': {
    rooms: [...FACTS, ...NUMERIC],
    packages: [],
    holds: 'the network, compiled and solved',
  },
  'src/sim/reliability': {
    rooms: [...FACTS, ...NUMERIC, 'src/sim/powerflow'],
    packages: [],
    holds: 'faults, fuses, restoration',
  },
  'src/measures': {
    rooms: [...FACTS, ...NUMERIC],
    packages: [],
    holds: 'the measure library, one file a measure',
  },
  'src/synthesis': {
    rooms: [...FACTS, ...NUMERIC, 'src/geometry', ...PHYSICS, 'src/measures'],
    packages: [],
    data: ['scenarios/climates'],
    holds: 'reference town, synthetic networks, weather, archetypes',
  },
  'src/scenario': {
    rooms: [...FACTS, ...NUMERIC, 'src/geometry', 'src/sim/powerflow', 'src/measures'],
    packages: ['@noble/hashes'],
    holds: 'base + measures = district; selectors, hashes',
  },
  'src/kpi': { rooms: [...FACTS, ...NUMERIC, ...PHYSICS], packages: [], holds: 'indicators from results' },
  'src/study': {
    rooms: BELOW_STUDY,
    packages: ['highs'],
    holds: 'year, comparison, attribution: orders the work',
  },
  'src/io': {
    rooms: [...BELOW_STUDY, 'src/study'],
    packages: ['papaparse', 'proj4', 'fflate', '@rgrove/parse-xml'],
    holds: 'readers and writers, one file per format',
  },
  'src/protocol': {
    rooms: [...BELOW_STUDY, 'src/study', 'src/io'],
    packages: [],
    holds: 'worker contracts, types only',
  },
  'src/engine': {
    rooms: CORE,
    packages: ['comlink'],
    data: ['workers'],
    holds: 'pool, queue, cancel, cache, result store',
  },
  workers: { rooms: CORE, packages: ['comlink', 'node:*'], holds: 'one thin Comlink shell per job' },
  'src/words': {
    rooms: [...FACTS, 'src/measures', 'src/scenario', 'src/kpi'],
    packages: ['i18next'],
    holds: 'every string of the page, a catalogue a language',
  },
  'src/state': {
    rooms: [...CORE, 'src/engine', 'src/words'],
    packages: ['zustand', 'idb', 'react'],
    data: ['workers', 'scenarios'],
    holds: 'the store: actions, selectors, undo, persistence',
  },
  'src/scene': {
    rooms: [...CORE, 'src/engine', 'src/words', 'src/state'],
    packages: ['three', '@react-three/fiber', 'react'],
    holds: 'the city in 3D',
  },
  'src/panels': {
    rooms: [...CORE, 'src/words', 'src/state'],
    packages: ['react', 'react-dom', 'uplot', '@tanstack/*', 'uqr'],
    holds: 'everything in the DOM',
  },
  'src/app': {
    rooms: [...CORE, 'src/engine', 'src/words', 'src/state', 'src/scene', 'src/panels'],
    packages: ['react', 'react-dom', 'comlink'],
    data: ['workers', 'scenarios'],
    holds: 'composition root, service worker',
  },
  'src/cli': {
    rooms: [...CORE, 'src/engine', 'src/words'],
    packages: ['node:*', 'comlink'],
    data: ['workers', 'scenarios'],
    holds: 'arguments, files, exit codes',
  },
};

/** Rules narrower than a room. */
export const FILE_RULES: readonly {
  readonly room: string;
  readonly package: RegExp;
  readonly files: RegExp;
  readonly why: string;
}[] = [
  ...['src/app', 'src/cli'].map((room) => ({
    room,
    package: /^comlink/,
    files: /(engine|worker)[^/]*\.ts$/i,
    why: 'only the file that starts the workers holds their handles',
  })),
  {
    room: 'workers',
    package: /^(node:|comlink\/)/,
    files: /\.node\.ts$/,
    why: 'only the Node shells see Node',
  },
  {
    room: 'src/state',
    package: /^react$/,
    files: /hooks/i,
    why: 'the store knows no framework; its hooks are the binding',
  },
  {
    room: 'src/scene',
    package: /^(react|@react-three\/fiber)$/,
    files: /^src\/scene\/(?!three\/)/,
    why: 'scene/three is plain three',
  },
];

/** Files held to no room: the core's ambient declaration, and the launcher, which bundles the command line and loads it. */
export const LOOSE_FILES: readonly string[] = ['src/webAssembly.d.ts', 'src/cli/launch.mjs'];

/** Names for whole groups, the largest first, so that the printed table says "core" and not eighteen folders. */
const GROUPS: readonly (readonly [name: string, rooms: readonly string[]])[] = [
  ['core', CORE],
  ['core up to kpi', BELOW_STUDY],
  ['sim', [...NUMERIC, ...PHYSICS]],
];

function shortList(rooms: readonly string[]): string {
  let rest = rooms;
  const names: string[] = [];
  for (const [name, members] of GROUPS) {
    if (!members.every((room) => rest.includes(room))) continue;
    names.push(name);
    rest = rest.filter((room) => !members.includes(room));
  }
  const all = [...names, ...rest.map((room) => room.replace(/^src\//, ''))];
  return all.length === 0 ? '-' : all.join(', ');
}

/** The table as printed in src/README.md. */
export function printedTable(): string {
  const lines = Object.entries(ROOMS).map(([room, { rooms, packages, holds }]) => {
    const named = packages.length === 0 ? '-' : packages.map((name) => `\`${name}\``).join(', ');
    return `| ${room.replace(/^src\//, '')} | ${holds} | ${shortList(rooms)} | ${named} |`;
  });
  return ['| Room | Holds | May import | Packages |', '| --- | --- | --- | --- |', ...lines].join('\n');
}
