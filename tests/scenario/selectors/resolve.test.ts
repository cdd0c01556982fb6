import { describe, expect, it } from 'vitest';
import type { District } from '../../../src/model/district';
import type { Condition, ElementKind, SelectorRule } from '../../../src/model/selector';
import { resolveRule } from '../../../src/scenario';
import { compileNetwork, downstreamBranches, downstreamBuildings } from '../../../src/sim/powerflow/network';
import { smallTown } from '../../engine/smallTown';
import { handmade } from './street';

const PLACE = { source: 's', where: 'm' };
const resolve = (rule: SelectorRule, target: ElementKind = 'building', district: District = handmade) =>
  resolveRule(rule, district, target, PLACE);
const idsOf = (rule: SelectorRule, target?: ElementKind, district?: District) => {
  const { ids, issues } = resolve(rule, target, district);
  expect(issues).toEqual([]);
  return ids.join(' ');
};
const query = (...where: Condition[]): SelectorRule => ({ kind: 'query', where });
const below = (from: 'bus' | 'line' | 'transformer', id: string): SelectorRule => ({
  kind: 'downstream',
  from,
  id,
});

describe('a query', () => {
  it.each<[string, Condition, string]>([
    ['a word', { attribute: 'use', operator: '=', value: 'detached' }, 'h1 h2'],
    ['another word', { attribute: 'use', operator: '!=', value: 'detached' }, 'h3 h4 h5 h6'],
    ['one of several words', { attribute: 'use', operator: 'in', value: ['office', 'school'] }, 'h5 h6'],
    ['a number', { attribute: 'constructionYear', operator: '=', value: 1980 }, 'h2 h3'],
    ['less', { attribute: 'constructionYear', operator: '<', value: 1980 }, 'h1'],
    ['less or equal', { attribute: 'constructionYear', operator: '<=', value: 1980 }, 'h1 h2 h3'],
    ['more', { attribute: 'constructionYear', operator: '>', value: 1995 }, 'h5 h6'],
    ['more or equal', { attribute: 'constructionYear', operator: '>=', value: 1995 }, 'h4 h5 h6'],
    ['not a number', { attribute: 'households', operator: '!=', value: 1 }, 'h3 h4 h5 h6'],
    ['one of several numbers', { attribute: 'levels', operator: 'in', value: [1, 4] }, 'h1 h5'],
    // 10 m x 10 m times levels.
    ['a computed number', { attribute: 'floorM2', operator: '>', value: 299.9 }, 'h4 h5'],
    ['a flag', { attribute: 'hasPhotovoltaics', operator: '=', value: true }, 'h2 h4 h6'],
    ['a flag that is down', { attribute: 'hasPhotovoltaics', operator: '=', value: false }, 'h1 h3 h5'],
    ['not a flag', { attribute: 'hasVehicles', operator: '!=', value: false }, 'h3'],
    ['the transformer', { attribute: 'transformerId', operator: '=', value: 'T2' }, 'h4 h5 h6'],
    ['the feeder', { attribute: 'feederId', operator: 'in', value: ['f1', 'f3'] }, 'h1 h2 h4 h5'],
    // h6 hangs on the busbar: its feeder is not known, and what is not known meets nothing.
    ['not the feeder', { attribute: 'feederId', operator: '!=', value: 'f1' }, 'h3 h4 h5'],
  ])('asks for %s', (_, condition, expected) => {
    expect(idsOf(query(condition))).toBe(expected);
  });

  it('asks for all of its conditions', () => {
    const detached = { attribute: 'use', operator: '=', value: 'detached' } as const;
    const old = { attribute: 'constructionYear', operator: '<', value: 1970 } as const;
    expect(idsOf(query(detached, old))).toBe('h1');
    expect(idsOf(query(old, detached))).toBe('h1');
  });

  it('asks transformers and lines for what they have', () => {
    expect(idsOf(query({ attribute: 'ratedKVA', operator: '>', value: 250 }), 'transformer')).toBe('T2');
    expect(idsOf(query({ attribute: 'role', operator: '=', value: 'mv' }), 'line')).toBe('m1 m2');
    expect(idsOf(query({ attribute: 'lengthM', operator: '<=', value: 12 }), 'line')).toBe('s1 s2');
    expect(idsOf(query({ attribute: 'feederId', operator: '=', value: 'f1' }), 'line')).toBe('f1 s1 s2');
    expect(idsOf(query({ attribute: 'transformerId', operator: '=', value: 'T1' }), 'line')).toBe(
      'f1 f2 s1 s2 s3',
    );
  });

  it.each<[string, Condition, ElementKind]>([
    [
      'an attribute of buildings at transformers',
      { attribute: 'use', operator: '=', value: 'office' },
      'transformer',
    ],
    [
      'an attribute of transformers at buildings',
      { attribute: 'ratedKVA', operator: '>', value: 1 },
      'building',
    ],
    ['a word that does not exist', { attribute: 'use', operator: '=', value: 'castle' }, 'building'],
    ['the order of words', { attribute: 'heating', operator: '<', value: 'gasBoiler' }, 'building'],
    ['a number as text', { attribute: 'levels', operator: '=', value: '2' }, 'building'],
    ['a list without in', { attribute: 'levels', operator: '=', value: [2] }, 'building'],
    ['in without a list', { attribute: 'levels', operator: 'in', value: 2 }, 'building'],
    ['a flag as text', { attribute: 'hasVehicles', operator: '=', value: 'yes' }, 'building'],
  ])('is refused for %s', (_, condition, target) => {
    const { issues } = resolve(query(condition), target);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ severity: 'error', ...PLACE });
    expect(`${issues[0]!.message} ${issues[0]!.value} ${issues[0]!.field}`).toContain(condition.attribute);
  });
});

describe('a polygon', () => {
  const box = (x0: number, x1: number, y0 = -1, y1 = 11): SelectorRule => ({
    kind: 'polygon',
    points: [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ],
  });

  it('takes whose centre lies inside, wherever the corners are', () => {
    expect(idsOf(box(104, 406))).toBe('h2 h3 h4 h5');
    expect(idsOf(box(106, 404))).toBe('h3 h4');
    expect(idsOf(box(100, 110, 6, 11))).toBe('');
  });

  it('may be concave and wound either way', () => {
    const hollow: [number, number][] = [
      [-10, -10],
      [610, -10],
      [610, 20],
      [300, 20],
      [300, -5],
      [200, -5],
      [200, 20],
      [-10, 20],
    ];
    expect(idsOf({ kind: 'polygon', points: hollow })).toBe('h1 h2 h4 h5 h6');
    expect(idsOf({ kind: 'polygon', points: [...hollow].reverse() })).toBe('h1 h2 h4 h5 h6');
  });

  it('takes transformers by their place and lines half way along their route', () => {
    expect(idsOf(box(90, 110, 0, 30), 'transformer')).toBe('T1');
    // A route goes 20 m east, then 20 m north: half way is the bend.
    expect(idsOf(box(115, 125, 29, 31), 'line')).toBe('m2');
  });

  it('without area is refused', () => {
    const line: SelectorRule = {
      kind: 'polygon',
      points: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    };
    expect(resolve(line).issues).toMatchObject([{ code: 'selector-polygon', severity: 'error' }]);
  });
});

describe('downstream', () => {
  it.each<['bus' | 'line' | 'transformer', string, string, string, string]>([
    ['bus', 'MV0', 'h1 h2 h3 h4 h5 h6', 'T1 T2', 'm1 m2 f1 f2 f3 s1 s2 s3 s4 s5'],
    ['bus', 'LV1', 'h1 h2 h3', '', 'f1 f2 s1 s2 s3'],
    ['bus', 'MV1', 'h1 h2 h3', 'T1', 'f1 f2 s1 s2 s3'],
    ['transformer', 'T1', 'h1 h2 h3', 'T1', 'f1 f2 s1 s2 s3'],
    ['transformer', 'T2', 'h4 h5 h6', 'T2', 'f3 s4 s5'],
    ['line', 'm2', 'h4 h5 h6', 'T2', 'm2 f3 s4 s5'],
    ['line', 'f1', 'h1 h2', '', 'f1 s1 s2'],
    ['line', 's2', 'h2', '', 's2'],
    ['line', 't', '', '', ''],
  ])('of %s %s', (from, id, houses, transformers, lines) => {
    expect(idsOf(below(from, id))).toBe(houses);
    expect(idsOf(below(from, id), 'transformer')).toBe(transformers);
    expect(idsOf(below(from, id), 'line')).toBe(lines);
  });

  it('follows the switches: what is fed from elsewhere is downstream of elsewhere', () => {
    const { network } = handmade;
    const switches = [
      { id: 'open', lineId: 'f2', closed: false, normallyOpen: false },
      { id: 'tie', lineId: 't', closed: true, normallyOpen: true },
    ];
    const switched = { ...handmade, network: { ...network!, switches } };
    expect(idsOf(below('transformer', 'T1'), 'building', switched)).toBe('h1 h2');
    expect(idsOf(below('transformer', 'T2'), 'building', switched)).toBe('h3 h4 h5 h6');
    expect(idsOf(below('line', 't'), 'building', switched)).toBe('h3');
    const dark = {
      ...handmade,
      network: { ...network!, switches: switches.slice(0, 1).concat({ ...switches[1]!, closed: false }) },
    };
    expect(idsOf(below('bus', 'MV0'), 'building', dark)).toBe('h1 h2 h4 h5 h6');
    // Nothing is fed through a bus that is not fed itself.
    expect(idsOf(below('bus', 'B3'), 'building', dark)).toBe('');
    expect(idsOf(below('line', 's3'), 'building', dark)).toBe('');
  });

  it('of a closed loop cannot be said, and says so', () => {
    const looped = { ...handmade, network: { ...handmade.network!, switches: [] } };
    const { issues } = resolve(below('transformer', 'T1'), 'building', looped);
    expect(issues).toMatchObject([{ code: 'network-loop', severity: 'error', ...PLACE }]);
  });

  it('of nothing that exists is refused by name, and so is a district without a network', () => {
    expect(resolve(below('line', 'T1')).issues).toMatchObject([
      { code: 'selector-unknown-element', value: 'T1' },
    ]);
    const bare = { ...handmade, network: null };
    expect(resolve(below('line', 'f1'), 'building', bare).issues).toMatchObject([
      { code: 'selector-no-network' },
    ]);
  });

  it('is, in a town, what the compiled network says of every branch, and transformers and feeders with it', () => {
    const town = smallTown();
    const compiled = compileNetwork(
      town.network!,
      town.buildings.map(({ connection }) => connection),
    );
    if (!compiled.ok) throw new Error('no network');
    const { value } = compiled;
    const branches = [
      ...town.network!.lines.map(({ id }) => ['line', id] as const),
      ...town.network!.transformers.map(({ id }) => ['transformer', id] as const),
    ];
    branches.forEach(([from, id], row) => {
      const houses = Array.from(downstreamBuildings(value, row), (at) => town.buildings[at]!.id);
      expect(resolve(below(from, id), 'building', town).ids).toEqual(houses);
      const lines = Array.from(downstreamBranches(value, row)).filter((at) => at < value.lineCount);
      expect(resolve(below(from, id), 'line', town).ids).toEqual(lines.map((at) => value.branchIds[at]));
    });
    value.transformerIds.forEach((id, row) => {
      const expected = town.buildings.filter((_, at) => value.transformerOfBuilding[at] === row);
      const rule = query({ attribute: 'transformerId', operator: '=', value: id });
      expect(resolve(rule, 'building', town).ids).toEqual(expected.map((one) => one.id));
    });
    value.feederIds.forEach((id, feeder) => {
      const rule = query({ attribute: 'feederId', operator: '=', value: id });
      const expected = value.branchIds.filter(
        (_, row) => row < value.lineCount && value.feederOfBranch[row] === feeder,
      );
      expect(resolve(rule, 'line', town).ids).toEqual(expected);
    });
    expect(value.feederIds.length).toBeGreaterThan(2);
  });
});

describe('ids and combinations', () => {
  const ids = (...names: string[]): SelectorRule => ({ kind: 'ids', ids: names });

  it('names are taken in the order of the district, each once', () => {
    expect(idsOf(ids('h5', 'h1', 'h5'))).toBe('h1 h5');
    expect(idsOf(ids('T2'), 'transformer')).toBe('T2');
  });

  it('names that nobody has are all refused', () => {
    const { issues } = resolve(ids('h1', 'x', 'T1', 'y'));
    expect(issues).toMatchObject([{ code: 'selector-unknown-element', severity: 'error', value: 'x' }]);
    for (const name of ['x', 'T1', 'y']) expect(issues[0]!.message).toContain(name);
  });

  it('union, intersection and except are those of sets', () => {
    const [a, b] = [ids('h1', 'h2', 'h3'), ids('h3', 'h4')];
    expect(idsOf({ kind: 'union', rules: [b, a] })).toBe('h1 h2 h3 h4');
    expect(idsOf({ kind: 'intersection', rules: [a, b] })).toBe('h3');
    expect(idsOf({ kind: 'except', rule: a, without: b })).toBe('h1 h2');
    const all: SelectorRule = { kind: 'all' };
    expect(idsOf({ kind: 'except', rule: all, without: { kind: 'union', rules: [a, b] } })).toBe('h5 h6');
    expect(idsOf(all)).toBe('h1 h2 h3 h4 h5 h6');
  });

  it('what is wrong inside a combination is found', () => {
    const { issues } = resolve({
      kind: 'except',
      rule: { kind: 'all' },
      without: { kind: 'union', rules: [ids('x')] },
    });
    expect(issues).toMatchObject([{ code: 'selector-unknown-element' }]);
  });
});
