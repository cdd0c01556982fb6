import { criteriaText, mostFrequent, type DistrictHosting, type HostDraw } from '../../study/districtHosting';
import type { StepViolation } from '../../study/canConnect/judge';
import type { ReportContext } from './context';
import type { Child, Markup } from './markup';
import { figure, list, named, note, numeric, section, table } from './parts';

const NAMES = { load: 'Load', photovoltaic: 'Panels', vehicle: 'Cars', heatPump: 'Heat pumps' } as const;

const KIND_WORDS: Readonly<Record<StepViolation['kind'], string>> = {
  undervoltage: 'voltage too low',
  overvoltage: 'voltage too high',
  lineLoading: 'loading of a line',
  transformerLoading: 'loading of a transformer',
  unbalance: 'unbalance',
  noSolution: 'no solution of the power flow',
  voltageDeviation: 'change of voltage',
  reversePower: 'reverse power',
};

/** What feeders or transformers take in each scenario, as a range with what binds; a screening, and called one. */
export function hostingSection(context: ReportContext): Markup {
  const { all, nameOf, penOf } = context;
  const asked = all.flatMap(({ year }) => year.hosting ?? []);
  const first = asked.filter(
    ({ settings }, row) =>
      asked.findIndex((one) => one.settings.technology.id === settings.technology.id) === row,
  );
  const uncounted = all.filter(({ year }) => year.hosting === undefined);
  return section(
    'hosting',
    'Hosting capacity (screening)',
    first.map(({ settings }) => ofTechnology(context, settings)),
    uncounted.length === 0
      ? []
      : note(
          'Partial, not counted for: ',
          uncounted.map(({ key }) => [named(nameOf(key), penOf(key)), ' ']),
        ),
    list(first[0]?.conditions ?? []),
  );
}

function ofTechnology(
  { all, nameOf, penOf }: ReportContext,
  { technology, by, draws, seed, maxW }: DistrictHosting['settings'],
): Child {
  const found = all.flatMap(({ key, year }) => {
    const hosting = year.hosting?.find(({ settings }) => settings.technology.id === technology.id);
    return hosting === undefined ? [] : [{ key, hosting }];
  });
  const rows = found.map(({ key, hosting }): readonly Child[] => {
    const { kind, draws: bound } = mostFrequent(hosting.places.flatMap((place) => place.draws));
    const all = hosting.places.length * hosting.settings.draws;
    const path = `hosting/${technology.id}/${key}`;
    return [
      named(nameOf(key), penOf(key)),
      capacity(`${path}/smallest`, extreme(hosting, 'smallest')),
      capacity(`${path}/largest`, extreme(hosting, 'largest')),
      kind === null
        ? `nothing up to ${maxW / 1000} kW`
        : [
            KIND_WORDS[kind as StepViolation['kind']],
            ' (',
            figure(`${path}/bound`, bound, 'count'),
            ` of ${all} draws)`,
          ],
      criteriaText(hosting.settings),
    ];
  });
  return table(
    `${NAMES[technology.id]}: units of ${technology.unitW / 1000} kW, by ${by}, ${draws} draws, seed ${seed}`,
    ['Scenario', numeric('Least'), numeric('Most'), 'What binds most often', 'Limits held'],
    rows,
  );
}

/** The draw of the place that takes least, or most. */
function extreme({ places }: DistrictHosting, end: 'smallest' | 'largest'): HostDraw | undefined {
  const sign = end === 'smallest' ? 1 : -1;
  return [...places].map((place) => place[end]).sort((a, b) => sign * (a.units - b.units))[0];
}

function capacity(path: string, draw: HostDraw | undefined): Child {
  if (draw === undefined) return '–';
  const value = figure(path, draw.capacityW, 'W');
  return draw.binding === undefined ? ['at least ', value] : value;
}
