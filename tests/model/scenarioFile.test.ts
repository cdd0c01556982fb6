import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/model/schema';

const SHA = '0'.repeat(64);
const plain = {
  schema: 'gridtwin-scenario/2',
  id: 's',
  name: 'S',
  description: '',
  base: { districtId: 'd', sha256: SHA },
  year: 2035,
  seed: 1,
  measures: [{ id: 'm', type: 'heatPumps', adoption: 0.4, parameters: {} }],
};
const full = {
  ...plain,
  parent: { id: 'p', name: 'P', sha256: SHA },
  notes: ['a note'],
  measures: [
    {
      id: 'm',
      type: 'heatPumps',
      selector: {
        rule: {
          kind: 'except',
          rule: {
            kind: 'union',
            rules: [
              { kind: 'all' },
              {
                kind: 'polygon',
                points: [
                  [0, 0],
                  [1, 0],
                  [0, 1],
                ],
              },
            ],
          },
          without: { kind: 'query', where: [{ attribute: 'use', operator: 'in', value: ['office'] }] },
        },
        kept: { ids: ['b1'], sha256: SHA },
      },
      adoption: [
        { year: 2025, share: 0.1 },
        { year: 2050, share: 1 },
      ],
      fromYear: 2026,
      parameters: {},
      inheritedFrom: 'p',
    },
  ],
  assumptions: [
    { key: 'gasPriceEurPerKwh', value: 0.2, unit: 'EUR/kWh', source: 'bill', date: '2025-01-31' },
  ],
  limits: { profile: 'own', lowerPu: 0.94, upperPu: 1.06, loadingLimit: 0.8, source: 'plan' },
  spells: [{ kind: 'heatWave', startDay: 200, byK: 6 }],
  path: { years: [2025, 2050] },
};
const [fullMeasure] = full.measures;
const parse = (json: unknown) => parseScenario(json, 's.json');
const measureWith = (change: object) => ({ ...plain, measures: [{ ...plain.measures[0], ...change }] });
const query = (condition: object) =>
  measureWith({ selector: { rule: { kind: 'query', where: [condition] } } });

describe('a scenario file', () => {
  it('with everything it may hold, or with nothing it need not, is let through unchanged', () => {
    for (const json of [plain, full])
      expect(parse(JSON.parse(JSON.stringify(json)))).toEqual({ ok: true, value: json, issues: [] });
  });

  it('of version 1 means in version 2 what it meant', () => {
    expect(parse({ ...plain, schema: 'gridtwin-scenario/1' })).toEqual({
      ok: true,
      value: plain,
      issues: [],
    });
  });

  it.each([
    ['notes', { notes: [] }],
    ['spells', { spells: [] }],
    ['fromYear', measureWith({ fromYear: 2030 })],
    ['selector', measureWith({ selector: { rule: { kind: 'all' } } })],
  ])('of version 1 has no %s', (field, change) => {
    const outcome = parse({ ...plain, ...change, schema: 'gridtwin-scenario/1' });
    expect(outcome.ok).toBe(false);
    expect(outcome.issues).toMatchObject([{ code: 'schema-unknown-field', field }]);
  });

  it('of a version to come is refused with the versions that are read', () => {
    const { issues } = parse({ ...plain, schema: 'gridtwin-scenario/3' });
    expect(issues).toMatchObject([{ code: 'schema-version', value: 'gridtwin-scenario/3' }]);
    expect(issues[0]!.message).toContain('"gridtwin-scenario/1", "gridtwin-scenario/2"');
  });

  it.each<[string, object, string]>([
    ['a member', { ...plain, mood: 1 }, 'mood'],
    ['a member of a measure', measureWith({ mood: 1 }), 'mood'],
    ['a member of a selector', measureWith({ selector: { rule: { kind: 'all' }, mood: 1 } }), 'mood'],
    ['a member of a rule', measureWith({ selector: { rule: { kind: 'all', mood: 1 } } }), 'mood'],
    [
      'a member deep in a rule',
      measureWith({ selector: { rule: { kind: 'union', rules: [{ kind: 'all', mood: 1 }] } } }),
      'mood',
    ],
    ['a kind of rule', measureWith({ selector: { rule: { kind: 'nearby' } } }), 'kind'],
    ['an attribute', query({ attribute: 'mood', operator: '=', value: 1 }), 'attribute'],
    ['an operator', query({ attribute: 'use', operator: '~', value: 'office' }), 'operator'],
    ['a measure', measureWith({ type: 'moonlight' }), 'type'],
    ['an assumption', { ...plain, assumptions: [{ ...full.assumptions[0], key: 'moonPrice' }] }, 'key'],
    ['a profile of limits', { ...plain, limits: { profile: 'IEC' } }, 'profile'],
    ['a spell', { ...plain, spells: [{ kind: 'rain', startDay: 1, byK: 1 }] }, 'kind'],
  ])('is refused with %s that nobody knows, by name', (_, json, field) => {
    const outcome = parse(json);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues).toHaveLength(1);
    expect(outcome.issues[0]).toMatchObject({ severity: 'error', field });
  });

  it.each<[string, object, string, string | undefined]>([
    ['an adoption above 1', measureWith({ adoption: 1.1 }), 'adoption', '1.1'],
    ['an adoption that is text', measureWith({ adoption: 'half' }), 'adoption', 'half'],
    ['a share above 1', measureWith({ adoption: [{ year: 2030, share: 2 }] }), 'share', '2'],
    ['no years at all', measureWith({ adoption: [] }), 'adoption', '[]'],
    ['a start in no year', measureWith({ fromYear: 2030.5 }), 'fromYear', '2030.5'],
    [
      'a polygon of two points',
      measureWith({
        selector: {
          rule: {
            kind: 'polygon',
            points: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      }),
      'points',
      '[[0,0],[1,1]]',
    ],
    [
      'a hash that is none',
      measureWith({ selector: { rule: { kind: 'all' }, kept: { ids: [], sha256: 'abc' } } }),
      'sha256',
      'abc',
    ],
    ['a query of nothing', measureWith({ selector: { rule: { kind: 'query', where: [] } } }), 'where', '[]'],
    [
      'a date that is none',
      { ...plain, assumptions: [{ ...full.assumptions[0], date: '2025-13' }] },
      'date',
      '2025-13',
    ],
    [
      'an assumption without source',
      { ...plain, assumptions: [{ ...full.assumptions[0], source: '' }] },
      'source',
      '',
    ],
    [
      'a spell before the year',
      { ...plain, spells: [{ kind: 'coldSnap', startDay: 0, byK: 5 }] },
      'startDay',
      '0',
    ],
    ['a spell of no depth', { ...plain, spells: [{ kind: 'coldSnap', startDay: 1, byK: 0 }] }, 'byK', '0'],
    [
      'own limits without source',
      { ...plain, limits: { profile: 'own', lowerPu: 0.9, upperPu: 1.1, loadingLimit: 1 } },
      'source',
      'missing',
    ],
  ])('is refused with %s', (_, json, field, value) => {
    const outcome = parse(json);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]).toMatchObject({ severity: 'error', field, value });
  });

  it.each<[string, object, string, string]>([
    ['an id twice', { ...full, measures: [fullMeasure, fullMeasure] }, 'duplicate-id', 'measure "m"'],
    [
      'years out of order',
      measureWith({
        adoption: [
          { year: 2030, share: 0 },
          { year: 2029, share: 1 },
        ],
      }),
      'adoption-years',
      'measure "m"',
    ],
    [
      'a year twice',
      measureWith({
        adoption: [
          { year: 2030, share: 0 },
          { year: 2030, share: 1 },
        ],
      }),
      'adoption-years',
      'measure "m"',
    ],
    ['an inheritance without parent', measureWith({ inheritedFrom: 'p' }), 'inherited-from', 'measure "m"'],
    [
      'an inheritance from another',
      { ...full, parent: { ...full.parent, id: 'q' } },
      'inherited-from',
      'measure "m"',
    ],
    [
      'a word that the attribute does not know',
      query({ attribute: 'use', operator: '=', value: 'castle' }),
      'selector-condition',
      'measure "m"',
    ],
    [
      'a price in cents',
      { ...plain, assumptions: [{ ...full.assumptions[0], unit: 'ct/kWh' }] },
      'assumption-unit',
      'assumption "gasPriceEurPerKwh"',
    ],
    [
      'a price out of range',
      { ...plain, assumptions: [{ ...full.assumptions[0], value: 20 }] },
      'assumption-range',
      'assumption "gasPriceEurPerKwh"',
    ],
    [
      'an assumption twice',
      { ...plain, assumptions: [full.assumptions[0], full.assumptions[0]] },
      'duplicate-id',
      'assumption "gasPriceEurPerKwh"',
    ],
    ['limits upside down', { ...plain, limits: { ...full.limits, lowerPu: 1.06 } }, 'limits-order', 'limits'],
    ['a path that goes back', { ...plain, path: { years: [2030, 2025] } }, 'path-years', 'path'],
  ])('is refused with %s, with its place', (_, json, code, where) => {
    const outcome = parse(json);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues).toMatchObject([{ severity: 'error', code, where }]);
    expect(outcome.issues[0]!.remedy).not.toBe('');
  });

  it('lists every finding at once', () => {
    const json = {
      ...full,
      measures: [{ ...fullMeasure, inheritedFrom: 'q' }, { ...plain.measures[0] }],
      limits: { ...full.limits, upperPu: 0.9 },
      path: { years: [2, 1].map((year) => 2000 + year) },
    };
    expect(parse(json).issues.map(({ code }) => code)).toEqual([
      'duplicate-id',
      'inherited-from',
      'limits-order',
      'path-years',
    ]);
  });

  it('nested without end is refused, not followed', () => {
    let rule: unknown = { kind: 'all' };
    for (let depth = 0; depth < 100_000; depth += 1) rule = { kind: 'union', rules: [rule] };
    expect(parse(measureWith({ selector: { rule } })).issues).toMatchObject([{ code: 'schema-too-deep' }]);
  });
});
