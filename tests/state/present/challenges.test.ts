import { describe, expect, it } from 'vitest';
import { readSessionFile, writeSessionFile, type Session } from '../../../src/io/sessionFile';
import type { SessionChallenge, SessionCondition } from '../../../src/io/session';
import { succeed } from '../../../src/model/outcome';
import type { RunResult } from '../../../src/engine/contract';
import { feedbackOf, keptPresent, keptText, shippedSession } from '../../../src/state/present';
import { isMet, valueOf, type ChallengeYear } from '../../../src/state/present/challenges';
import { MAP_VARIABLES } from '../../../src/state/view';
import { inputOf, measure, smallTown } from '../../engine/smallTown';
import { scene, turn, year } from '../slowScene';

/**
 * Challenges of a session. The cheapest wrong programs: one condition that is enough where all are asked for, the last match in
 * the place of the first, a challenge that speaks at every result, one that speaks of a first look, of what is hidden or of the
 * start, a place that gives the district's figure, and a reader that lets a misspelt indicator pass.
 */
const shipped = shippedSession();
if (!shipped.ok) throw new Error('the shipped session does not read');
const [heatPumps, cars] = shipped.value.levers;
const base: Session = shipped.value;

const lever = (id: string, value: number): SessionCondition => ({ of: 'lever', lever: id, is: '>=', value });
const says = (id: string, ...when: SessionCondition[]): SessionChallenge => ({
  ...{ id, when, tone: 'good', words: `${id} it is` },
});
const having = (...challenges: SessionChallenge[]): Session => ({ ...base, challenges });

const read = (challenges: unknown) =>
  readSessionFile(
    JSON.stringify({ ...JSON.parse(writeSessionFile(base)), challenges }),
    'own.session.json',
    MAP_VARIABLES,
  );

describe('challenges in a session file', () => {
  it('survive being written and read, at every level and of every kind', () => {
    const session = having(
      says(
        'a',
        { of: 'kpi', kpi: 'carbon', at: { level: 'district' }, is: '<', value: 5e6 },
        lever(cars!.id, 0.5),
      ),
      says('b', { of: 'kpi', kpi: 'peakImport', at: { level: 'station', id: 'T-1' }, is: '>', value: 4e5 }),
      says('c', { of: 'kpi', kpi: 'lowestVoltage', at: { level: 'feeder', id: 'L-1' }, is: '<=', value: 90 }),
      says('d', {
        ...{ of: 'kpi', kpi: 'heatNeed', is: '<', value: 1e12 },
        at: {
          level: 'buildings',
          where: { kind: 'query', where: [{ attribute: 'use', operator: '=', value: 'school' }] },
        },
      }),
      says('e', {
        ...{ of: 'count', elements: 'building', is: '>=', value: 3 },
        where: { kind: 'query', where: [{ attribute: 'hasPhotovoltaics', operator: '=', value: true }] },
      }),
      says('f', { of: 'measure', measure: 'feederBattery', is: '>', value: 0 }),
    );
    const again = readSessionFile(writeSessionFile(session), 'again.json', MAP_VARIABLES);
    expect(again).toEqual({ ok: true, value: session, issues: [] });
  });

  const at = { level: 'district' } as const;
  const kpi = { of: 'kpi', kpi: 'peakImport', at, is: '>', value: 1 } as const;
  const wrong: readonly (readonly [name: string, when: unknown, said: RegExp])[] = [
    ['an unknown indicator', [{ ...kpi, kpi: 'joy' }], /kpi joy There is no such indicator/],
    [
      'an indicator that a station cannot tell',
      [{ ...kpi, kpi: 'carbon', at: { level: 'station', id: 'T-1' } }],
      /kpi carbon The level station cannot tell/,
    ],
    ['a lever of another session', [lever('nobody', 1)], /lever nobody The session has no such lever/],
    ['a measure that there is not', [{ of: 'measure', measure: 'magic', is: '>', value: 0 }], /measure/],
    ['an unknown comparison', [{ ...kpi, is: '~' }], /is/],
    ['a value that is none', [{ ...kpi, value: 'much' }], /value/],
    ['a field too many', [{ ...kpi, colour: 'red' }], /colour/],
    ['no condition', [], /when/],
    [
      'a query for what an attribute cannot be',
      [
        {
          of: 'count',
          elements: 'building',
          is: '>',
          value: 1,
          where: { kind: 'query', where: [{ attribute: 'use', operator: '=', value: 'castle' }] },
        },
      ],
      /use .*castle/,
    ],
  ];
  for (const [name, when, said] of wrong)
    it(`are refused with ${name}`, () => {
      const outcome = read([{ id: 'x', when, tone: 'good', words: 'Well done' }]);
      expect(outcome.ok).toBe(false);
      const lines = outcome.issues.map(
        ({ field, value, message, where }) => `${where ?? ''} ${field ?? ''} ${value ?? ''} ${message}`,
      );
      expect(lines.join('\n')).toMatch(said);
    });

  it('are refused where one id stands twice', () => {
    const one = { id: 'x', when: [kpi], tone: 'good', words: 'Well done' };
    expect(read([one, one]).ok).toBe(false);
  });
});

/** A workshop of these challenges on an engine that answers when told to. */
async function workshop(...challenges: SessionChallenge[]) {
  const found = await scene();
  const { store, actions, years, previews } = found;
  actions.setMode('present');
  actions.present.start(having(...challenges));
  await turn();
  const settle = async () => {
    for (let round = 0; round < 4; round += 1) {
      for (const look of previews.splice(0)) look.answer({ ok: false, issues: [] });
      for (const { input, answer } of years.splice(0))
        answer(succeed(year(JSON.stringify(input.scenario.measures))));
      await turn();
    }
  };
  await settle();
  const said = () => feedbackOf(store.getState())?.id ?? null;
  return { ...found, runner: actions.present, settle, said };
}

describe('a challenge', () => {
  it('speaks once all of its conditions are met, in the same turn as the result', async () => {
    const both = says('both', lever(heatPumps!.id, 0.5), lever(cars!.id, 0.5));
    const { store, runner, settle, said, years, previews } = await workshop(both);
    runner.move(heatPumps!, 0.5);
    await settle();
    expect(said(), 'one of two is not enough').toBeNull();
    runner.move(cars!, 0.5);
    await turn();
    expect(said(), 'the year is not there yet').toBeNull();
    let atResult: string | null | undefined;
    const { scenarioId } = store.getState().present!;
    const result = () => store.getState().runs[scenarioId]?.result ?? null;
    const before = result();
    const end = store.subscribe(() => {
      if (atResult === undefined && result() !== before) atResult = said();
    });
    for (const look of previews.splice(0)) look.answer({ ok: false, issues: [] });
    await turn();
    for (const { answer } of years.splice(0)) answer(succeed(year('after')));
    await turn();
    end();
    expect(atResult, 'with the figures, not after them').toBe('both');
    expect(store.getState().present!.record.at(-1)).toMatchObject({ kind: 'challenge', text: 'both it is' });
    expect(store.getState().announcement).toMatch(/^both it is/);
  });

  it('speaks once; the first that is met goes before the others', async () => {
    const { runner, settle, said } = await workshop(
      says('many', lever(heatPumps!.id, 0.5)),
      says('few', lever(heatPumps!.id, 0.2)),
    );
    runner.move(heatPumps!, 0.5);
    await settle();
    expect(said()).toBe('many');
    runner.dismissFeedback();
    runner.move(heatPumps!, 0.8);
    await settle();
    expect(said(), 'it has spoken, and what stands behind it is no news').toBeNull();
    runner.move(heatPumps!, 0.2);
    await settle();
    expect(said()).toBe('few');
  });

  it('is silent again once what it said is true no longer, of another result or of the start', async () => {
    const { store, runner, settle, said } = await workshop(says('half', lever(heatPumps!.id, 0.5)));
    runner.move(heatPumps!, 0.5);
    await settle();
    expect(said()).toBe('half');
    runner.move(heatPumps!, 0.8);
    await settle();
    expect(said(), 'still true').toBe('half');
    runner.move(heatPumps!, 0.2);
    await settle();
    expect(said()).toBeNull();
    expect(store.getState().present!.fired).toEqual(['half']);
  });

  it('says nothing of the start, and nothing of what the room must not see until it is revealed', async () => {
    const anything = says('anything', { of: 'lever', lever: heatPumps!.id, is: '>=', value: 0 });
    const { runner, settle, said } = await workshop(anything);
    expect(said()).toBeNull();
    runner.ask(0);
    runner.move(heatPumps!, 0.5);
    await settle();
    expect(said()).toBeNull();
    runner.reveal();
    expect(said()).toBe('anything');
  });

  it('is written and removed in the app, and keeps against a reload that it has spoken', async () => {
    const { store, runner, settle, said } = await workshop();
    runner.addChallenge(says('own', lever(heatPumps!.id, 0.5)));
    runner.move(heatPumps!, 0.5);
    await settle();
    expect(said()).toBe('own');
    const kept = keptPresent(store.getState(), keptText(store.getState()));
    expect(kept?.fired).toEqual(['own']);
    expect(kept?.session.challenges).toEqual(store.getState().present!.session.challenges);
    runner.removeChallenge('own');
    expect(said()).toBeNull();
    expect(store.getState().present!.session).toEqual(base);
  });

  it('of a station that the district does not have refuses the file by its name', async () => {
    const { runner, store } = await workshop();
    const place = { level: 'station', id: 'T-99' } as const;
    const session = having(says('x', { of: 'kpi', kpi: 'peakImport', at: place, is: '>', value: 1 }));
    const before = store.getState().present;
    const issues = runner.open(writeSessionFile(session), 'own.session.json');
    expect(issues.map(({ value }) => value)).toEqual(['T-99']);
    expect(store.getState().present).toBe(before);
  });
});

describe('what a challenge compares', () => {
  const { district, scenario } = inputOf(smallTown(4));
  const { transformers, lines, buses } = district.network!;
  const ids = district.buildings.map(({ id }) => id);
  const steps = 2;
  const station = transformers[0]!;
  /** Columns by hand: the flow through the stations is 3 and -5, and 7 and 1; the buildings' need 1, 2, 3, 4. */
  const result = {
    ...{ stepS: 3600, stepCount: steps },
    rows: {
      buildingIds: ids,
      busIds: buses.map(({ id }) => id),
      branchIds: [...lines, ...transformers].map(({ id }) => id),
      ...{ lineCount: lines.length, transformerIds: transformers.map(({ id }) => id), feederIds: [] },
    },
    table: {
      transformerPW: Float64Array.from([3, -5, 7, 1]),
      branchLoadingMax: Float64Array.from([...lines.map((_, row) => row / 10), 1.2, 0.5]),
      branchAbove100S: Float64Array.from([...lines.map(() => 0), 7200, 0]),
      buildingHeatNeedJ: Float64Array.from(ids, (_, row) => row + 1),
      buildingImportJ: Float64Array.from(ids, (_, row) => 10 * (row + 1)),
      buildingNetMaxW: Float64Array.from(ids, (_, row) => 100 * (row + 1)),
      busVMinPu: Float64Array.from(buses, (_, row) => 0.99 - row / 1000),
    },
  } as unknown as RunResult;
  const one: ChallengeYear = { session: base, scenario, result, base: district, district };
  const kpiAt = (kpi: string, at: Extract<SessionCondition, { of: 'kpi' }>['at']) =>
    valueOf({ of: 'kpi', kpi, at, is: '>', value: 0 }, one);
  const atStation = (kpi: string) => kpiAt(kpi, { level: 'station', id: station.id });

  it('is the flow and the elements of one station', () => {
    expect(atStation('peakImport')).toBe(3);
    expect(atStation('peakExport')).toBe(5);
    expect(atStation('gridImport')).toBe(3 * 3600);
    expect(atStation('worstTransformerLoading')).toBeCloseTo(120, 12);
    expect(atStation('transformerHoursOver100')).toBe(2);
    const all = transformers.map(({ id }) => kpiAt('heatNeed', { level: 'station', id }));
    expect(all[0]! + all[1]!, 'every building hangs on one of the two').toBe(1 + 2 + 3 + 4);
    for (const need of all) expect(need).toBeGreaterThan(0);
    expect(kpiAt('peakImport', { level: 'station', id: transformers[1]!.id })).toBe(7);
  });

  it('is the sum of a group of buildings, and the count of a query', () => {
    const [first, , third] = ids;
    const where = { kind: 'ids', ids: [first!, third!] } as const;
    expect(kpiAt('heatNeed', { level: 'buildings', where })).toBe(1 + 3);
    expect(kpiAt('gridImport', { level: 'buildings', where })).toBe(10 + 30);
    expect(valueOf({ of: 'count', elements: 'building', where, is: '>', value: 0 }, one)).toBe(2);
  });

  it('is the peak of one home, and of several none', () => {
    const at = (...some: string[]) => ({ level: 'buildings', where: { kind: 'ids', ids: some } }) as const;
    expect(kpiAt('peakImport', at(ids[2]!))).toBe(300);
    expect(kpiAt('peakImport', at(ids[0]!, ids[1]!))).toBeNaN();
  });

  it('is the share of a measure that no lever moves, in the year of the scenario', () => {
    const measures = [{ ...measure('feederBattery', 0.4), fromYear: 2040 }];
    const shareIn = (ofYear: number) =>
      valueOf(
        { of: 'measure', measure: 'feederBattery', is: '>', value: 0 },
        { ...one, scenario: { ...scenario, year: ofYear, measures } },
      );
    expect([shareIn(2035), shareIn(2040)]).toEqual([0, 0.4]);
    expect(valueOf({ of: 'measure', measure: 'heatPumps', is: '>', value: 0 }, one)).toBe(0);
  });

  it('meets no condition where it cannot be told', () => {
    for (const is of ['<', '<=', '>', '>='] as const)
      expect(
        isMet({ of: 'kpi', kpi: 'peakImport', at: { level: 'station', id: 'none' }, is, value: 0 }, one),
      ).toBe(false);
  });

  it('holds limits as they are written', () => {
    const at = { level: 'station', id: station.id } as const;
    const met = (is: '<' | '<=' | '>' | '>=', value: number) =>
      isMet({ of: 'kpi', kpi: 'peakImport', at, is, value }, one);
    expect([met('<', 3), met('<=', 3), met('>', 3), met('>=', 3)]).toEqual([false, true, false, true]);
  });
});
