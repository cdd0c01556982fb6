import { succeed } from '../../../src/model/outcome';
import type { MeasureType, Scenario } from '../../../src/model/scenario';
import { foldScenario } from '../../../src/scenario';
import type { CostsOf } from '../../../src/study/comparison';
import type { ScenarioCosts } from '../../../src/study/scenarioCosts';
import type { Evaluate } from '../../../src/study/scenarioYear';
import type { Family, WayOutOption } from '../../../src/study/wayOut';
import { TODAY } from '../comparison/fakes';
import { handYear, HOURS } from '../comparison/handYear';
import { handmade } from '../../scenario/selectors/street';

/** Lines of the two stations: three of T1, one of T2. */
const LINES = ['f1', 'f2', 's1', 'f3'] as const;
export type WorldLine = (typeof LINES)[number];

/** An option of a hand-built world: what it takes off its station's transformer, in shares of the rating, by hour. */
export interface WorldOption {
  readonly name: string;
  readonly site: 'T1' | 'T2';
  readonly family: Family;
  readonly type: MeasureType;
  readonly kind?: string;
  readonly level?: number;
  readonly eur: number;
  readonly takes: Readonly<Record<number, number>>;
  /** What it takes off the loading of lines. */
  readonly relieves?: Readonly<Partial<Record<WorldLine, number>>>;
  /** Lines that it works on: no other option may. */
  readonly works?: readonly WorldLine[];
}

export interface World {
  /** Loading by hour; 0.1 in all others. */
  readonly load: Readonly<Record<'T1' | 'T2', Readonly<Record<number, number>>>>;
  readonly options: readonly WorldOption[];
  /** Loading of lines all year; 0 where absent. */
  readonly lines?: Readonly<Partial<Record<WorldLine, number>>>;
  /** What is lost of the sum of effects where options stand together. */
  readonly lost?: (names: readonly string[], hour: number) => number;
}

const measureId = ({ name, site }: WorldOption): string => `way out ${site} ${name}`;

export const optionsOf = ({ options }: World): readonly WayOutOption[] =>
  options.map((option) => ({
    id: `${option.site}/${option.name}`,
    siteId: option.site,
    family: option.family,
    kind: option.kind ?? option.name,
    level: option.level ?? 0,
    words: option.name,
    ...(option.works === undefined ? {} : { lineIds: option.works }),
    measures: [
      {
        id: measureId(option),
        type: option.type,
        selector: { rule: { kind: 'downstream', from: 'transformer', id: option.site } },
        adoption: 1,
        parameters: {},
      },
    ],
  }));

/** The true loading of a station in an hour with options in place. */
export function loadingIn(
  world: World,
  site: 'T1' | 'T2',
  hour: number,
  standing: readonly WorldOption[],
): number {
  const own = standing.filter((option) => option.site === site);
  const taken = own.reduce((sum, { takes }) => sum + (takes[hour] ?? 0), 0);
  const lost =
    world.lost?.(
      own.map(({ name }) => name),
      hour,
    ) ?? 0;
  return (world.load[site][hour] ?? 0.1) - taken + lost;
}

/** The true loading of a line with options in place. */
export const lineLoadingIn = ({ lines }: World, line: WorldLine, standing: readonly WorldOption[]): number =>
  standing.reduce((loading, { relieves }) => loading - (relieves?.[line] ?? 0), lines?.[line] ?? 0);

export const hoursOf = ({ load, options }: World, site: 'T1' | 'T2'): readonly number[] => [
  ...new Set([load[site], ...options.map(({ takes }) => takes)].flatMap((by) => Object.keys(by).map(Number))),
];

/** Answers with years of the world; every question is written down. */
export function evaluateIn(world: World): { readonly evaluate: Evaluate; readonly asked: Scenario[] } {
  const asked: Scenario[] = [];
  const rows = { buses: ['LV1', 'LV2'], lines: LINES, transformers: ['T1', 'T2'] };
  return {
    asked,
    evaluate: async (scenario) => {
      asked.push(scenario);
      const folded = foldScenario(handmade, [], { ...scenario, measures: [] });
      if (!folded.ok) return folded;
      const standing = world.options.filter((option) =>
        scenario.measures.some(({ id }) => id === measureId(option)),
      );
      const year = handYear(
        scenario,
        (table) => {
          LINES.forEach((line, row) => {
            table.branchLoadingMax[row] = lineLoadingIn(world, line, standing);
          });
          (['T1', 'T2'] as const).forEach((site, row) => {
            const series = table.transformerLoading.subarray(row * HOURS, (row + 1) * HOURS).fill(0.1);
            for (const hour of hoursOf(world, site)) series[hour] = loadingIn(world, site, hour, standing);
            series.forEach((loading, hour) => {
              const branch = LINES.length + row;
              if (loading <= table.branchLoadingMax[branch]!) return;
              table.branchLoadingMax[branch] = loading;
              table.branchLoadingMaxStep[branch] = hour;
            });
          });
        },
        rows,
      );
      return succeed({ ...year, district: folded.value });
    },
  };
}

export const costsIn =
  ({ options }: World): CostsOf =>
  ({ measures }) =>
    succeed({
      byMeasure: measures.flatMap((measure) => {
        const option = options.find((one) => measureId(one) === measure.id);
        if (option === undefined) return [];
        const sum = {
          ...{ lines: 1, lowEur: 0, typicalEur: 10 * option.eur, highEur: 0, grantEur: 0 },
          ...{ runningEurPerYear: 0, annuityEurPerYear: option.eur, embodiedKgCO2e: 0 },
          notKnown: { investment: 0, running: 0, annuity: 0, embodied: 0 },
          quality: 'personal_estimation',
        };
        return [{ measureId: measure.id, type: measure.type, inherited: false, payer: 'operator', sum }];
      }),
    } as unknown as ScenarioCosts);

export const SCENARIO: Scenario = { ...TODAY, id: 'world', name: 'World' };

/** The cheapest set that keeps both transformers within their rating, by looking at every one. */
export function cheapestByEnumeration(world: World): number {
  const { options } = world;
  let cheapest = Infinity;
  for (let set = 0; set < 2 ** options.length; set += 1) {
    const standing = options.filter((_, at) => ((set >> at) & 1) === 1);
    const eur = standing.reduce((sum, option) => sum + option.eur, 0);
    const kinds = new Set(standing.map(({ site, kind, name }) => `${site} ${kind ?? name}`));
    const works = standing.flatMap((option) => option.works ?? []);
    if (eur >= cheapest || kinds.size < standing.length || new Set(works).size < works.length) continue;
    const holds = (['T1', 'T2'] as const).every((site) =>
      hoursOf(world, site).every((hour) => loadingIn(world, site, hour, standing) <= 1),
    );
    const linesHold = LINES.every((line) => lineLoadingIn(world, line, standing) <= 1);
    if (holds && linesHold) cheapest = eur;
  }
  return cheapest;
}
