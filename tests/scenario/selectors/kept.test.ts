import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { District } from '../../../src/model/district';
import type { Measure, Scenario } from '../../../src/model/scenario';
import type { Selector, SelectorRule } from '../../../src/model/selector';
import { baselineScenario, foldScenario, keptSelection, withSelectorsResolved } from '../../../src/scenario';
import { deepFreeze } from '../../measures/districts';
import { handmade } from './street';

const OLD: SelectorRule = {
  kind: 'query',
  where: [{ attribute: 'constructionYear', operator: '<=', value: 1980 }],
};
const measure = (selector: Selector): Measure => ({
  id: 'work',
  type: 'roofInsulation',
  selector,
  adoption: 1,
  parameters: {},
});
const scenarioWith = (...measures: readonly Measure[]): Scenario =>
  deepFreeze({ ...baselineScenario(handmade, 'sha', 2030), id: 's', measures });
const fold = (selector: Selector, district: District = handmade) =>
  foldScenario(district, [], scenarioWith(measure(selector)));
/** Whom the measure reached. */
const reached = (outcome: ReturnType<typeof fold>, district: District = handmade) =>
  outcome.ok
    ? outcome.value.buildings
        .filter((building, row) => building !== district.buildings[row])
        .map(({ id }) => id)
        .join(' ')
    : 'refused';

describe('kept elements', () => {
  it('are sorted, each once, with the SHA-256 of their JSON text', () => {
    const kept = keptSelection(['h2', 'h10', 'h1', 'h2']);
    expect(kept.ids).toEqual(['h1', 'h10', 'h2']);
    const sha256 = createHash('sha256').update('["h1","h10","h2"]').digest('hex');
    expect(kept.sha256).toBe(sha256);
  });

  it('that are what the rule gives say nothing', () => {
    const outcome = fold({ rule: OLD, kept: keptSelection(['h1', 'h2', 'h3']) });
    expect(reached(outcome)).toBe('h1 h2 h3');
    expect(outcome.issues).toEqual([]);
  });

  it('count when the rule gives others, with a warning that counts and names both sides', () => {
    const outcome = fold({ rule: OLD, kept: keptSelection(['h1', 'h2', 'h4']) });
    expect(reached(outcome)).toBe('h1 h2 h4');
    expect(outcome.issues).toMatchObject([
      { code: 'selector-drift', severity: 'warning', where: 'work', value: '3 instead of 3' },
    ]);
    expect(outcome.issues[0]!.message).toContain('added 1: h3');
    expect(outcome.issues[0]!.message).toContain('no longer 1: h4');
    expect(outcome.issues[0]!.remedy).toMatch(/anew/);
  });

  it('name the first five of many and count the rest', () => {
    const outcome = fold({ rule: { kind: 'all' }, kept: keptSelection([]) });
    expect(outcome.issues[0]!.message).toContain('added 6: h1, h2, h3, h4, h5 and 1 more');
  });

  it('that exist no more are named, and the others count', () => {
    const outcome = fold({ rule: OLD, kept: keptSelection(['h1', 'h2', 'h3', 'gone-1', 'gone-2']) });
    expect(reached(outcome)).toBe('h1 h2 h3');
    expect(outcome.issues).toMatchObject([
      { code: 'selector-missing-elements', severity: 'warning', where: 'work', value: '2' },
    ]);
    expect(outcome.issues[0]!.message).toContain('gone-1, gone-2');
  });

  it('stand in for a rule that cannot be resolved any more', () => {
    const rule: SelectorRule = { kind: 'downstream', from: 'transformer', id: 'gone' };
    const outcome = fold({ rule, kept: keptSelection(['h2']) });
    expect(reached(outcome)).toBe('h2');
    expect(outcome.issues).toMatchObject([{ code: 'selector-unknown-element', severity: 'warning' }]);
    expect(reached(fold({ rule }))).toBe('refused');
  });

  it('that were edited by hand do not match their hash and are refused', () => {
    const kept = { ...keptSelection(['h1', 'h2', 'h3']), ids: ['h1', 'h2'] };
    const outcome = fold({ rule: OLD, kept });
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map(({ code }) => code)).toContain('selector-hash');
  });

  it('follow corrections of the base, as warnings', () => {
    const selector = { rule: OLD, kept: keptSelection(['h1', 'h2', 'h3']) };
    const edits = [{ buildingId: 'h4', field: 'constructionYear', value: 1960 }] as const;
    const outcome = foldScenario(handmade, edits, scenarioWith(measure(selector)));
    expect(outcome.issues).toMatchObject([{ code: 'selector-drift', value: '4 instead of 3' }]);
  });
});

describe('a rule that was never resolved', () => {
  it('counts as it stands', () => {
    const outcome = fold({ rule: OLD });
    expect([reached(outcome), outcome.issues]).toEqual(['h1 h2 h3', []]);
  });

  it('that gives nobody warns, and so does the measure', () => {
    const rule: SelectorRule = {
      kind: 'query',
      where: [{ attribute: 'levels', operator: '>', value: 90 }],
    };
    const outcome = fold({ rule });
    expect(outcome.ok && outcome.value).toBe(handmade);
    expect(outcome.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['selector-empty', 'warning'],
      ['measure-without-effect', 'warning'],
    ]);
  });

  it('asks the base, not what measures before it did', () => {
    const boilers: SelectorRule = {
      kind: 'query',
      where: [{ attribute: 'heating', operator: '=', value: 'gasBoiler' }],
    };
    const pumps: Measure = { id: 'pumps', type: 'heatPumps', adoption: 1, parameters: {} };
    const outcome = foldScenario(handmade, [], scenarioWith(pumps, measure({ rule: boilers })));
    if (!outcome.ok) throw new Error('refused');
    const insulated = outcome.value.buildings.filter(({ retrofit }) => retrofit?.roof !== undefined);
    // h6 has a good roof; h3 has had a heat pump all along.
    expect(insulated.map(({ id }) => id)).toEqual(['h1', 'h4']);
  });
});

describe('resolving anew', () => {
  it('takes over what the rule gives, hash and all, and leaves measures for everybody alone', () => {
    const everybody: Measure = { id: 'all', type: 'heatPumps', adoption: 0.5, parameters: {} };
    const scenario = scenarioWith(everybody, measure({ rule: OLD, kept: keptSelection(['h6', 'gone']) }));
    const outcome = withSelectorsResolved(scenario, handmade);
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.value.measures[0]).toBe(everybody);
    expect(outcome.value.measures[1]!.selector).toEqual({
      rule: OLD,
      kept: keptSelection(['h1', 'h2', 'h3']),
    });
    expect(foldScenario(handmade, [], outcome.value).issues).toEqual([]);
  });

  it('is refused where the rule asks for what does not exist', () => {
    const selector = { rule: { kind: 'ids', ids: ['x'] }, kept: keptSelection(['h1']) } as const;
    expect(withSelectorsResolved(scenarioWith(measure(selector)), handmade).ok).toBe(false);
  });
});

describe('a measure of the network', () => {
  const battery = (selector?: Selector): Measure => ({
    id: 'battery',
    type: 'feederBattery',
    ...(selector === undefined ? {} : { selector }),
    adoption: 1,
    parameters: {},
  });
  const storages = (...measures: readonly Measure[]) => {
    const outcome = foldScenario(handmade, [], scenarioWith(...measures));
    return outcome.ok ? outcome.value.network!.storages.map(({ id }) => id) : outcome.issues;
  };

  it('is taken at the selected transformers only', () => {
    expect(storages(battery())).toEqual(['T1-battery', 'T2-battery']);
    expect(storages(battery({ rule: { kind: 'ids', ids: ['T2'] } }))).toEqual(['T2-battery']);
    expect(storages(battery({ rule: { kind: 'downstream', from: 'line', id: 'm1' } }))).toEqual([
      'T1-battery',
    ]);
  });

  it('in two places commutes, to the order of the list', () => {
    const at = (id: string): Measure => ({ ...battery({ rule: { kind: 'ids', ids: [id] } }), id });
    expect(storages(at('T2'), at('T1'))).toEqual(storages(at('T1'), at('T2')));
    expect(storages(at('T1'), at('T2'))).toEqual(storages(battery()));
  });

  it('does not take the ids of buildings', () => {
    expect(storages(battery({ rule: { kind: 'ids', ids: ['h1'] } }))).toMatchObject([
      { code: 'selector-unknown-element', value: 'h1' },
    ]);
  });
});
