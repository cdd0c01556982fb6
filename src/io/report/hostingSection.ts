import { criteriaText, mostFrequent, type DistrictHosting, type HostDraw } from '../../study/districtHosting';
import type { StepViolation } from '../../study/canConnect/judge';
import type { ReportContext } from './context';
import { type Child, type Markup, own, core } from './markup';
import { figure, list, named, note, numeric, section, table } from './parts';

const NAMES = {
  load: own('Load'),
  photovoltaic: own('Panels'),
  vehicle: own('Cars'),
  heatPump: own('Heat pumps'),
} as const;

const KIND_WORDS: Readonly<Record<StepViolation['kind'], Markup>> = {
  undervoltage: own('voltage too low'),
  overvoltage: own('voltage too high'),
  lineLoading: own('loading of a line'),
  transformerLoading: own('loading of a transformer'),
  unbalance: own('unbalance'),
  noSolution: own('no solution of the power flow'),
  voltageDeviation: own('change of voltage'),
  reversePower: own('reverse power'),
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
    own('Hosting capacity (screening)'),
    first.map(({ settings }) => ofTechnology(context, settings)),
    uncounted.length === 0
      ? []
      : note(
          own('Partial, not counted for: '),
          uncounted.map(({ key }) => [named(nameOf(key), penOf(key)), ' ']),
        ),
    list((first[0]?.conditions ?? []).map(core)),
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
        ? own('nothing up to {1} kW', maxW / 1000)
        : [
            KIND_WORDS[kind as StepViolation['kind']],
            ' (',
            figure(`${path}/bound`, bound, 'count'),
            own(' of {1} draws)', all),
          ],
      core(criteriaText(hosting.settings)),
    ];
  });
  return table(
    own(
      '{1}: units of {2} kW, by {3}, {4} draws, seed {5}',
      NAMES[technology.id],
      technology.unitW / 1000,
      own(by),
      draws,
      String(seed),
    ),
    [
      own('Scenario'),
      numeric(own('Least')),
      numeric(own('Most')),
      own('What binds most often'),
      own('Limits held'),
    ],
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
  return draw.binding === undefined ? [own('at least '), value] : value;
}
