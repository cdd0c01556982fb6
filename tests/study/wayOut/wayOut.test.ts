import { describe, expect, it } from 'vitest';
import { randomKey, uniform } from '../../../src/sim/numeric/random';
import { rememberYears } from '../../../src/study/comparison';
import { highsSolver } from '../../../src/study/milp';
import { wayOut, type WayOut, type WayOutRequest } from '../../../src/study/wayOut';
import { all, valueOf } from '../comparison/fakes';
import {
  cheapestByEnumeration,
  costsIn,
  evaluateIn,
  optionsOf,
  SCENARIO,
  type World,
  type WorldLine,
  type WorldOption,
} from './fakes';

const solve = await highsSolver();

async function study(world: World, request: Partial<WayOutRequest> = {}) {
  const { evaluate, asked } = evaluateIn(world);
  const tools = { evaluations: rememberYears(evaluate), costsOf: costsIn(world), solve };
  const stream = wayOut(tools, { scenario: SCENARIO, options: optionsOf(world), ...request });
  const outcomes = (await all(stream)).map((outcome) => valueOf(outcome));
  return { outcomes, found: outcomes.at(-1)!, asked };
}

const ONE = { runnersUp: 0, alone: false };
const namesOf = ({ sets }: WayOut, name: string) =>
  sets.find((set) => set.name === name)?.options.map(({ words }) => words);

const option = (
  name: string,
  eur: number,
  takes: WorldOption['takes'],
  more: Partial<WorldOption> = {},
): WorldOption => ({
  ...{ name, eur, takes, site: 'T1', family: 'demand', type: 'airSealing' },
  ...more,
});

describe('the cheapest way out', () => {
  it('is no greedy one: the best value for money first costs more in the end', async () => {
    const world: World = {
      load: { T1: { 18: 2 }, T2: {} },
      options: [option('a', 6, { 18: 0.6 }), option('b', 6, { 18: 0.6 }), option('c', 11, { 18: 1 })],
    };
    const { found } = await study(world, ONE);
    expect(namesOf(found, 'mix')).toEqual(['c']);
    expect(found.sets[0]).toMatchObject({
      remains: [],
      rounds: 1,
      cost: { yearlyEur: 11, investmentEur: 110 },
    });
    expect(found).toMatchObject({ status: 'complete', evaluations: 4 });
  });

  it('tells before a set is judged what one candidate alone is enough for, the cheapest of those, and how much is to be done', async () => {
    const world: World = {
      load: { T1: { 18: 2 }, T2: { 18: 2 } },
      options: [
        option('little', 1, { 18: 0.2 }),
        option('dear', 12, { 18: 1.5 }),
        option('enough', 11, { 18: 1 }),
      ],
    };
    const { found } = await study(world, ONE);
    expect(found.soFar).toEqual({ sites: 1, of: found.violations.length, yearlyEur: 11 });
    const { progress, sets } = found;
    expect(progress).toMatchObject({ tried: 3, toTry: 3, judged: sets.length });
    expect(progress!.toJudge).toBeGreaterThanOrEqual(sets.length);
  });

  it('sees the hour that an option moves the peak to before anything is proposed', async () => {
    // Hour 22 is not among the worst hours of today: twenty others lie above it.
    const busy = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [100 + i, 0.95]));
    const world: World = {
      load: { T1: { ...busy, 18: 1.4, 22: 0.7 }, T2: {} },
      options: [option('shift', 1, { 18: 0.5, 22: -0.6 }), option('copper', 5, { 18: 0.5 })],
    };
    const { found } = await study(world, ONE);
    expect(namesOf(found, 'mix')).toEqual(['copper']);
    expect(found.sets[0]).toMatchObject({ rounds: 1, remains: [] });
  });

  it('is what the power flow confirms, not what effects sum to', async () => {
    const world: World = {
      load: { T1: { 18: 2 }, T2: {} },
      options: [option('a', 1, { 18: 0.6 }), option('b', 1, { 18: 0.6 }), option('c', 5, { 18: 1 })],
      lost: (names, hour) => (hour === 18 && names.includes('a') && names.includes('b') ? 0.3 : 0),
    };
    const { found } = await study(world, ONE);
    expect(namesOf(found, 'mix')).toEqual(['c']);
    expect(found.sets[0]).toMatchObject({ rounds: 2, remains: [], isCutShort: false });
  });

  it('takes one level of a kind', async () => {
    const level = (name: string, eur: number, share: number, at: number) =>
      option(name, eur, { 18: share }, { kind: 'battery', level: at });
    const world: World = {
      load: { T1: { 18: 1.5 }, T2: {} },
      options: [level('small', 1, 0.3, 0), level('middle', 2, 0.4, 1), level('large', 9, 0.5, 2)],
    };
    expect(namesOf((await study(world, ONE)).found, 'mix')).toEqual(['large']);
  });

  it('is that of enumeration in worlds with two stations, levels, moved peaks and lost effects', async () => {
    let holding = 0;
    for (let draw = 0; draw < 12; draw += 1) {
      const world = drawnWorld(draw);
      const { found } = await study(world, { ...ONE, maxRounds: 60 });
      const cheapest = cheapestByEnumeration(world);
      const mix = found.sets[0]!;
      if (cheapest === Infinity) expect(mix.givenUp.length).toBeGreaterThan(0);
      else {
        holding += 1;
        expect(mix.remains, `draw ${draw}`).toEqual([]);
        expect(mix.cost.yearlyEur, `draw ${draw}`).toBeCloseTo(cheapest, 9);
      }
    }
    // Worlds of both sorts, or one of the branches has said nothing.
    expect(holding).toBeGreaterThan(2);
  }, 120_000);

  it('is that of enumeration where copper goes line by line, no line worked on twice', async () => {
    let [holding, single] = [0, 0];
    for (let draw = 0; draw < 12; draw += 1) {
      const world = drawnStreets(draw);
      const { found } = await study(world, { ...ONE, maxRounds: 60 });
      const cheapest = cheapestByEnumeration(world);
      const mix = found.sets[0]!;
      const works = mix.options.flatMap(({ lineIds = [] }) => lineIds);
      expect(new Set(works).size, `draw ${draw}`).toBe(works.length);
      if (cheapest === Infinity) {
        expect(mix.givenUp.length).toBeGreaterThan(0);
        continue;
      }
      holding += 1;
      single += mix.options.filter(({ lineIds }) => lineIds?.length === 1).length;
      expect(mix.remains, `draw ${draw}`).toEqual([]);
      expect(mix.cost.yearlyEur, `draw ${draw}`).toBeCloseTo(cheapest, 9);
    }
    // Single lines are chosen somewhere, or whole stations would do.
    expect(holding).toBeGreaterThan(2);
    expect(single).toBeGreaterThan(0);
  }, 120_000);

  it('digs at one of three full lines once where another helps the others', async () => {
    const world: World = {
      load: { T1: {}, T2: {} },
      lines: { f1: 1.2, f2: 1.1, s1: 1.3 },
      options: [
        option('all', 9, {}, cables(['f1', 'f2', 's1'], 0.5)),
        option('f1', 4, {}, cables(['f1'], 0.5)),
        option('f1 thicker', 1, {}, cables(['f1'], 0.15)),
        option('thicker again', 1, {}, { ...cables(['f1'], 0.15), kind: 'other' }),
        option('s1', 3, {}, cables(['s1'], 0.5)),
        option('response', 0.5, {}, { relieves: { f2: 0.2 } }),
      ],
    };
    const { found } = await study(world, ONE);
    // Thicker twice would cost 2 and would hold, were the line not one.
    expect(namesOf(found, 'mix')).toEqual(['f1', 's1', 'response']);
    expect(found.sets[0]!.cost.yearlyEur).toBe(cheapestByEnumeration(world));
  });

  it('leaves a station that nothing helps as it is, says so, and still helps the other', async () => {
    const world: World = {
      load: { T1: { 18: 2 }, T2: { 19: 1.2 } },
      options: [option('a', 1, { 18: 0.6 }), option('b', 3, { 19: 0.3 }, { site: 'T2' })],
    };
    const { found } = await study(world, ONE);
    expect(namesOf(found, 'mix')).toEqual(['b']);
    expect(found.sets[0]!.givenUp).toEqual(['T1']);
    expect(found.sets[0]!.remains.map(({ elementId, worst }) => [elementId, worst])).toEqual([['T1', 2]]);
  });

  it('says when the rounds ran out, with the year that came nearest', async () => {
    const world: World = {
      load: { T1: { 18: 2 }, T2: {} },
      options: [option('a', 1, { 18: 0.6 }), option('b', 1, { 18: 0.6 }), option('c', 5, { 18: 1 })],
      lost: (names) => (names.length > 1 ? 0.3 : 0),
    };
    const { found } = await study(world, { ...ONE, maxRounds: 1 });
    expect(found.sets[0]).toMatchObject({ isCutShort: true, rounds: 1 });
    expect(found.sets[0]!.remains[0]!.worst).toBeCloseTo(1.1, 12);
  });
});

describe('beside the cheapest', () => {
  const world: World = {
    load: { T1: { 18: 1.5 }, T2: {} },
    options: [
      option('a', 3, { 18: 0.5 }),
      option('b', 4, { 18: 0.6 }, { family: 'digital', type: 'feederBattery' }),
      option('c', 9, { 18: 0.9 }, { family: 'copper', type: 'transformerReplacement' }),
    ],
  };

  it('stand runners-up that are no more of the same, and each family alone', async () => {
    const { found, outcomes } = await study(world);
    const sets = found.sets.map(({ name, options }) => [name, ...options.map(({ words }) => words)]);
    expect(sets).toEqual([
      ['mix', 'a'],
      ['runner-up 1', 'b'],
      ['runner-up 2', 'c'],
      ['demand only', 'a'],
      ['digital only', 'b'],
      ['copper only', 'c'],
    ]);
    expect(outcomes.slice(0, -1).every(({ status }) => status === 'partial')).toBe(true);
    expect(found.status).toBe('complete');
    // Today, one of each candidate; the sets are years that have been run.
    expect(found.evaluations).toBe(4);
  });

  it('a family that has no way out says what it leaves', async () => {
    const { found } = await study({ ...world, load: { T1: { 18: 1.55 }, T2: {} } });
    const demand = found.sets.find(({ name }) => name === 'demand only')!;
    expect(demand).toMatchObject({ options: [], givenUp: ['T1'] });
    expect(demand.remains[0]).toMatchObject({ elementId: 'T1', siteId: 'T1', hours: 1 });
  });

  it('a family alone is not judged by a year in which another stood beside it', async () => {
    // The battery pays for itself, so the mix tries both together first, and they do not hold.
    const both: World = {
      load: { T1: { 18: 1.5 }, T2: {} },
      options: [
        option('battery', -1, { 18: 0.1 }, { family: 'digital', type: 'feederBattery' }),
        option('cable', 9, { 18: 0.55 }, { family: 'copper', type: 'parallelCable' }),
      ],
      lost: (names) => (names.length > 1 ? 0.3 : 0),
    };
    const { found } = await study(both, { runnersUp: 0 });
    expect(found.sets[0]).toMatchObject({ name: 'mix', rounds: 2 });
    expect(namesOf(found, 'copper only')).toEqual(['cable']);
    expect(found.sets.find(({ name }) => name === 'copper only')).toMatchObject({ remains: [], givenUp: [] });
  });

  it('a station is looked at alone, and what is wrong elsewhere is still told', async () => {
    const busy = { ...world, load: { T1: { 18: 1.5 }, T2: {} } };
    const { found } = await study(busy, { siteIds: ['T2'] });
    expect(found).toMatchObject({ status: 'complete', violations: [], sets: [] });
    expect(found.elsewhere.map(({ elementId }) => elementId)).toEqual(['T1']);
  });

  it('an id that is no station is refused, not answered with nothing to do', async () => {
    const { evaluate } = evaluateIn(world);
    const tools = { evaluations: rememberYears(evaluate), costsOf: costsIn(world), solve };
    const [outcome, ...more] = await all(wayOut(tools, { scenario: SCENARIO, siteIds: ['T1', 'T01'] }));
    expect(more).toEqual([]);
    expect(outcome).toMatchObject({ ok: false, issues: [{ severity: 'error', value: 'T01' }] });
  });

  it('nothing is looked for where nothing is wrong', async () => {
    const { found } = await study({ ...world, load: { T1: {}, T2: {} } });
    expect(found).toMatchObject({ status: 'complete', sets: [], evaluations: 1 });
  });
});

/** Five options a station, in three kinds; effects in six hours, some of them negative; what stands together loses. */
function drawnWorld(draw: number): World {
  const key = randomKey(5, String(draw), 'way out');
  let at = 0;
  const random = (): number => uniform(key, (at += 1));
  const hours = [18, 19, 20, 300, 301, 302];
  const load = () => Object.fromEntries(hours.map((hour) => [hour, 0.7 + 0.9 * random()]));
  const options = (['T1', 'T2'] as const).flatMap((site) =>
    [0, 1, 2, 3, 4].map((row) =>
      option(
        `o${row}`,
        1 + Math.round(100 * random()) / 10,
        Object.fromEntries(hours.map((hour) => [hour, 0.7 * random() - 0.1])),
        { site, kind: `k${row % 3}`, level: row },
      ),
    ),
  );
  const loss = 0.2 * random();
  return { load: { T1: load(), T2: load() }, options, lost: (names) => loss * Math.max(0, names.length - 1) };
}

/** Work on lines that takes as much off each of them. */
function cables(works: readonly WorldLine[], share: number): Partial<WorldOption> {
  const relieves = Object.fromEntries(works.map((line) => [line, share]));
  return { works, relieves, family: 'copper', type: 'parallelCable' };
}

/** Full lines at both stations; copper at each of them, at two and at all, and something that helps a little everywhere. */
function drawnStreets(draw: number): World {
  const key = randomKey(7, String(draw), 'way out by line');
  let at = 0;
  const random = (): number => uniform(key, (at += 1));
  const eur = (share: number): number => share * (2 + Math.round(100 * random()) / 10);
  const lines = { f1: 0.8 + random(), f2: 0.8 + random(), s1: 0.8 + random(), f3: 0.8 + random() };
  const ofT1 = ['f1', 'f2', 's1'] as const;
  const options = [
    ...ofT1.flatMap((line) => [
      option(`beside ${line}`, eur(1), {}, cables([line], 0.5)),
      option(`thicker ${line}`, eur(0.6), {}, cables([line], 0.2 + 0.3 * random())),
    ]),
    option('feeder', eur(1.7), {}, cables(['f1', 's1'], 0.5)),
    option('all', eur(2.2), {}, cables(ofT1, 0.5)),
    option('beside f3', eur(1), {}, { ...cables(['f3'], 0.5), site: 'T2' }),
    option('thicker f3', eur(0.6), {}, { ...cables(['f3'], 0.3), site: 'T2' }),
    option('response', eur(1), {}, { relieves: { f1: 0.1, f2: 0.2, s1: 0.1 } }),
  ];
  return { load: { T1: {}, T2: {} }, lines, options };
}
