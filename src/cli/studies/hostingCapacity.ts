import {
  type FeedTree,
  HOSTED_TECHNOLOGIES,
  hostingCapacity,
  type HostingCapacity,
  type HostingPlace,
  type TechnologyId,
} from '../../study/network';
import { knownBranch, knownBus } from './circuitIds';
import { circuitTree } from './circuitTree';
import { type AskedStudy, FLAG, type StudyKind, TEXT } from './studyKind';
import { constraintText, counted, kiloWatt, listed, quantity } from './studyText';

const TECHNOLOGIES = {
  pv: 'photovoltaic',
  ev: 'vehicle',
  heatPump: 'heatPump',
  load: 'load',
} as const satisfies Record<string, TechnologyId>;
type TechnologyWord = keyof typeof TECHNOLOGIES;

const DRAWS = 20;
const MAX_KW = 5000;
const RESOLUTION_KW = 1;

/** How much a bus or a feeder takes, over random allocations. */
export const hostingCapacityStudy: StudyKind = {
  usage:
    'hosting-capacity FILE --bus ID | --feeder LINE [--technology pv|ev|heatPump|load] [--three-phase] [--unit KW] [--draws N] [--seed N] [--max KW] [--resolution KW]',
  options: {
    bus: TEXT,
    feeder: TEXT,
    technology: TEXT,
    'three-phase': FLAG,
    unit: TEXT,
    draws: TEXT,
    seed: TEXT,
    max: TEXT,
    resolution: TEXT,
  },
  solves: true,
  run(asked) {
    const { circuit, options, limits, solve, take } = asked;
    const place = placeOf(asked);
    const tree = circuitTree(circuit);
    const words = Object.keys(TECHNOLOGIES) as TechnologyWord[];
    const chosen = HOSTED_TECHNOLOGIES[TECHNOLOGIES[options.choice('technology', words, 'pv')]];
    const unitKw = options.number('unit', { min: 0.1, max: 1e6, unit: 'kW' });
    const technology = {
      ...chosen,
      ...(unitKw === undefined ? {} : { unitW: 1000 * unitKw }),
      ...(options.flag('three-phase') ? { connection: 'threePhase' as const } : {}),
    };
    const maxKw = options.number('max', { min: 0, max: 1e6, above: true, unit: 'kW' }) ?? MAX_KW;
    const found = take(
      hostingCapacity(circuit, tree, place, technology, solve, {
        limits,
        seed: options.number('seed', { min: 0, max: 2 ** 32 - 1, whole: true, unit: '' }) ?? 1,
        draws: options.number('draws', { min: 1, max: 10_000, whole: true, unit: '' }) ?? DRAWS,
        maxW: 1000 * maxKw,
        resolutionW:
          1000 *
          (options.number('resolution', { min: 0, max: maxKw, above: true, unit: 'kW' }) ?? RESOLUTION_KW),
      }),
    );
    return {
      lines: [...hostingLines(found, maxKw), ...loopNote(tree, place)],
      table: {
        columns: [
          'draw',
          'capacity_kw',
          'binding',
          'binding_element',
          'binding_phase',
          'power_flows',
          'label',
        ],
        rows: found.draws.map(({ draw, capacityW, binding, solves }) => [
          draw,
          capacityW / 1000,
          binding?.kind ?? null,
          binding?.elementId ?? null,
          binding === undefined || binding.node === 0 ? null : binding.node,
          solves,
          found.label,
        ]),
      },
      shown: { columns: [], rows: [] },
      result: found,
    };
  },
};

/** In a mesh "behind the feeder" is a matter of definition, which has to be said. */
function loopNote({ groups, inLoop }: FeedTree, place: HostingPlace): string[] {
  if (place.kind === 'bus') return [];
  const group = groups.findIndex((members) => members.some(({ id }) => id === place.branchId));
  if (inLoop[group] !== 1) return [];
  return [
    `  ${place.branchId} stands in a loop: its sites are those whose shortest way to the source leads through it`,
  ];
}

function placeOf({ circuit, options }: AskedStudy): HostingPlace {
  const bus = options.text('bus');
  const feeder = options.text('feeder');
  if ((bus === undefined) === (feeder === undefined))
    throw options.wrong('Give --bus or --feeder, one of them.');
  if (bus !== undefined) return { kind: 'bus', busId: knownBus(circuit, bus) };
  return { kind: 'feeder', branchId: knownBranch(circuit, 'feeder', feeder!).id };
}

function hostingLines(found: HostingCapacity, maxKw: number): string[] {
  const { place, conditions, smallest, median, largest, bindings, label } = found;
  const { technology, limits, existing } = conditions;
  const where = place.kind === 'bus' ? `bus ${place.busId}` : `feeder ${place.branchId}`;
  const draw = (word: string, { capacityW, binding }: HostingCapacity['smallest']): string => {
    const amount =
      binding === undefined ? `at least ${kiloWatt(capacityW)}, all that was tried` : kiloWatt(capacityW);
    return `${word} (${label}): ${amount}${binding === undefined ? '' : `, then ${constraintText(binding, limits)}`}`;
  };
  return [
    `hosting capacity (${label}) of ${where} for ${technology.id} as ${technology.direction}`,
    draw('smallest', smallest),
    draw('median', median),
    draw('largest', largest),
    ...bindings.map(({ binding, draws }) =>
      binding === undefined
        ? `nothing binds up to ${quantity(maxKw, 'kW')}: ${counted(draws, 'draw')}`
        : `binding in ${counted(draws, 'draw')}: ${binding.kind}${binding.elementId === '' ? '' : ` at ${binding.elementId}`}`,
    ),
    'conditions:',
    `  units of ${kiloWatt(technology.unitW)}, ${technology.connection === 'onePhase' ? 'one phase each, drawn at random' : 'three phases where the place has them'}, power factor ${technology.powerFactor} (${technology.source})`,
    `  ${counted(conditions.sites, 'site')}, ${counted(conditions.draws, 'draw')}, seed ${conditions.seed}, found to ${kiloWatt(conditions.resolutionW)}, searched up to ${quantity(maxKw, 'kW')}`,
    `  load multiplier of the circuit ${conditions.loadMultiplier}, controls ${conditions.controls}`,
    ...conditions.notes.map((note) => `  ${note}`),
    ...(existing.length > 0
      ? [
          `  beyond its limit without any addition, and counted only if it gets worse: ${counted(existing.length, 'constraint')}`,
          ...listed(existing, limits),
        ]
      : []),
  ];
}
