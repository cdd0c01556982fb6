import { describe, expect, it } from 'vitest';
import { readBaseEditsFile } from '../../src/io';
import { archetypeOf, assumptionsOf } from '../../src/model/archetypes';
import { OVERRIDABLE, type Overridable, type SourcedValue } from '../../src/model/building';
import type { BaseEdit } from '../../src/model/scenario';
import { buildingSchema, OVERRIDE_RANGES, parseBaseEdits } from '../../src/model/schema';
import { applyBaseEdits } from '../../src/scenario';
import { smallTown } from '../engine/smallTown';
import { deepFreeze, differences } from '../measures/districts';

/**
 * Corrections by numbers of a building's own, by work that has been done and by devices. The cheapest wrong programs: the
 * value arrives without source or class, another building or number moves too, the range of the district's schema does not
 * hold here, or taking the number back leaves an empty shell that hashes differently.
 */
const base = deepFreeze(smallTown());
const [building] = base.buildings;
const ID = building!.id;
const surveyed = (value: number): SourcedValue => ({
  value,
  source: 'survey 2025',
  quality: 'accurate_measurement',
});
const edit = (field: Overridable, value: SourcedValue | null): BaseEdit => ({ buildingId: ID, field, value });
const apply = (...edits: readonly BaseEdit[]) => applyBaseEdits(base, deepFreeze(edits));
const json = (...edits: readonly unknown[]) =>
  parseBaseEdits(JSON.parse(JSON.stringify(edits)), 'edits.json');

describe('a number of the building’s own', () => {
  it.each(OVERRIDABLE)('%s replaces the archetype’s and nothing else', (name) => {
    const [min, max] = OVERRIDE_RANGES[name];
    const value = min + 0.3 * (max - min);
    const { district, issues } = apply(edit(name, surveyed(value)));
    expect(issues).toEqual([]);
    expect(differences(base, district)).toEqual(['buildings.0.overrides']);
    const [after] = district.buildings;
    expect(after!.overrides).toEqual({ [name]: surveyed(value) });
    const listed = assumptionsOf(after!, base.archetypeRegion).find((one) => one.name === name);
    expect(listed).toMatchObject({ ...surveyed(value), origin: 'own' });
  });

  it.each(OVERRIDABLE)('%s is taken and refused where a district file would be', (name) => {
    const [min, max] = OVERRIDE_RANGES[name];
    const beyond = 1e-6 * (max - min);
    for (const value of [min - beyond, min, max, max + beyond, Number.NaN]) {
      const inFile = buildingSchema.safeParse({
        ...building!,
        overrides: { [name]: surveyed(value) },
      }).success;
      expect(json(edit(name, surveyed(value))).ok).toBe(inFile);
      const { district, issues } = apply(edit(name, surveyed(value)));
      expect(issues).toHaveLength(inFile ? 0 : 1);
      if (inFile) continue;
      expect(district.buildings[0]).toBe(building);
      expect(issues[0]).toMatchObject({ code: 'base-edit-refused', where: ID, field: name });
      expect(issues[0]!.remedy).toContain(`a number from ${min} to ${max}`);
    }
  });

  it('goes into the archetype beside the others, the later one of a name standing', () => {
    const { district } = apply(
      edit('uWallWPerM2K', surveyed(1.1)),
      edit('gValue', surveyed(0.4)),
      edit('uWallWPerM2K', surveyed(0.9)),
    );
    const archetype = archetypeOf(district.buildings[0]!, base.archetypeRegion);
    expect([archetype.uWallWPerM2K, archetype.gValue]).toEqual([0.9, 0.4]);
  });

  it('null gives the archetype’s back, with no trace', () => {
    const { district } = apply(edit('uWallWPerM2K', surveyed(1.1)), edit('uWallWPerM2K', null));
    expect(district.buildings[0]).toEqual(building);
    expect(Object.hasOwn(district.buildings[0]!, 'overrides')).toBe(false);
    const two = apply(
      edit('uWallWPerM2K', surveyed(1.1)),
      edit('gValue', surveyed(0.4)),
      edit('uWallWPerM2K', null),
    );
    expect(two.district.buildings[0]!.overrides).toEqual({ gValue: surveyed(0.4) });
  });

  it.each([
    ['no source', { value: 1, quality: 'accurate_measurement' }],
    ['an empty source', { value: 1, source: '', quality: 'accurate_measurement' }],
    ['a class that is none', { value: 1, source: 'x', quality: 'sure' }],
    ['a bare number', 1],
    ['text', { value: '1', source: 'x', quality: 'accurate_measurement' }],
    ['another field', { ...surveyed(1), colour: 'red' }],
  ])('with %s is refused, from a file and from memory', (_, value) => {
    const wrong = edit('uWallWPerM2K', value as SourcedValue);
    const read = json(wrong);
    expect(read.ok).toBe(false);
    for (const issue of read.issues) {
      expect(issue).toMatchObject({ severity: 'error', source: 'edits.json' });
      expect(issue.where).toMatch(/^\[0\]/);
    }
    expect(apply(wrong).issues[0]).toMatchObject({ code: 'base-edit-refused', where: ID });
    expect(apply(wrong).issues[0]!.remedy).toMatch(/^Give .+"source"/);
  });
});

describe('work that has been done, and devices', () => {
  it('are written as a district file has them', () => {
    const retrofit = { wall: { insulationM: 0.12 }, heatRecovery: { share: 0.8, fanWPerM3PerS: 1500 } };
    const photovoltaics = { peakW: 6000, tiltDeg: 35, azimuthDeg: 180 };
    const vehicles = { count: 2, control: 'managed' } as const;
    const edits: readonly BaseEdit[] = [
      { buildingId: ID, field: 'retrofit', value: retrofit },
      { buildingId: ID, field: 'photovoltaics', value: photovoltaics },
      { buildingId: ID, field: 'vehicles', value: vehicles },
    ];
    const { district, issues } = apply(...edits);
    expect(issues).toEqual([]);
    expect(district.buildings[0]).toEqual({ ...building, retrofit, photovoltaics, vehicles });
    expect(json(...edits)).toEqual({ ok: true, value: edits, issues: [] });
    const none = apply(
      ...edits,
      { buildingId: ID, field: 'retrofit', value: {} },
      { buildingId: ID, field: 'photovoltaics', value: null },
      { buildingId: ID, field: 'vehicles', value: null },
    );
    expect(none.district.buildings[0]).toEqual({ ...building, photovoltaics: null, vehicles: null });
    expect(Object.hasOwn(none.district.buildings[0]!, 'retrofit')).toBe(false);
  });

  it.each([
    ['retrofit', { wall: { insulationM: -0.1 } }],
    ['retrofit', { moon: {} }],
    ['retrofit', null],
    ['photovoltaics', { peakW: -1, tiltDeg: 35, azimuthDeg: 180 }],
    ['photovoltaics', 6000],
    ['vehicles', { count: 1.5, control: 'managed' }],
    ['vehicles', { count: 1, control: 'magic' }],
    ['roof', 'flat'],
  ])('of %s to %j are refused by name', (field, value) => {
    const wrong = { buildingId: ID, field, value } as unknown as BaseEdit;
    expect(json(wrong).ok).toBe(false);
    const { district, issues } = apply(wrong);
    expect(district.buildings[0]).toBe(building);
    expect(issues).toMatchObject([{ code: 'base-edit-refused', where: ID, field }]);
  });
});

describe('a file of corrections', () => {
  it('lists what cannot be read with its place', () => {
    const text = JSON.stringify([
      edit('uWallWPerM2K', surveyed(0.5)),
      edit('uWallWPerM2K', surveyed(60)),
      { buildingId: ID, field: 'colour', value: 'red' },
    ]);
    const read = readBaseEditsFile(text, 'edits.json');
    expect(read.ok).toBe(false);
    expect(read.issues.map(({ where, field }) => [where, field])).toEqual([
      ['[1].value', 'value'],
      ['[2]', 'field'],
    ]);
    expect(read.issues[0]!.message).toContain('between 0.02 and 6');
  });
});
