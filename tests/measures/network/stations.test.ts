import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/measures';
import { MV_CABLE } from '../../../src/model/equipment';
import { districtIssues, networkSchema } from '../../../src/model/schema';
import type { District } from '../../../src/model/district';
import type { Measure } from '../../../src/model/scenario';
import { differences, measureOf } from '../districts';
import { districtOf, HOMES, line, RING } from './ring';
import { solved } from './solved';

const district = districtOf(RING, HOMES);
const build = (parameters: Measure['parameters'] = {}, from: District = district, ids = ['T-A']) =>
  MEASURES.newSubstation.apply(from, measureOf('newSubstation', 1, parameters), 1, (id) => ids.includes(id));
const refusals = (parameters: Measure['parameters'], from = district) =>
  Object.fromEntries(MEASURES.newSubstation.refusals!(from, parameters));
const W = 5000;

describe('a new substation at the far end of the worst feeder', () => {
  it('stands at its last joint, takes over its far half and is fed by an MV cable along it', () => {
    const after = build();
    const { network } = after;
    // Estimated drops at a1 to a4 with 4, 3, 2, 1 homes behind: a4 is worst; behind a3 is half of them.
    expect(network!.transformers.at(-1)).toMatchObject({
      id: 'T-A+2',
      fromBusId: 'MV-T-A+2',
      toBusId: 'a4',
      transformerTypeId: '400 kVA 20/0.4 kV',
    });
    expect(network!.lines.at(-1)).toMatchObject({
      fromBusId: 'MV-A',
      toBusId: 'MV-T-A+2',
      lengthM: 450,
      role: 'mv',
      lineTypeId: 'NA2XS2Y 3x1x240 12/20 kV',
    });
    expect(network!.switches.at(-1)).toEqual({
      id: 'SW-A3+2',
      lineId: 'A3',
      closed: false,
      normallyOpen: true,
      addedFor: 'T-A',
    });
    // One bus, line, transformer and switch more; what was there is there as it was.
    expect(
      differences(district, after).filter(
        (path) => !/\.(buses|lines|transformers|switches)\.\d+$/.test(path),
      ),
    ).toEqual([]);
    for (const name of ['buses', 'lines', 'transformers', 'switches'] as const) {
      expect(network![name].length).toBe(RING[name].length + 1);
      expect(network![name].slice(0, -1)).toEqual(RING[name]);
    }
  });

  it('shares the load in the power flow, and nobody’s voltage falls', () => {
    const [before, after] = [solved(district, W), solved(build(), W)];
    // Five homes hung on A; two of them hang on the new station now.
    expect(before.pFromW('T-A') / W).toBeCloseTo(5, 0);
    expect((after.pFromW('T-A') - solved(build(), 0).pFromW('T-A')) / W).toBeCloseTo(3, 1);
    expect((after.pFromW('T-A+2') - solved(build(), 0).pFromW('T-A+2')) / W).toBeCloseTo(2, 1);
    for (const { busId } of HOMES)
      expect(after.vMinPu(busId), busId).toBeGreaterThan(before.vMinPu(busId) - 1e-5);
    expect(after.vMinPu('a4')).toBeGreaterThan(before.vMinPu('a4') + 1e-3);
  });

  it('has the rating asked for, from the catalogue', () => {
    expect(build({ ratedKVA: 500 }).network!.transformers.at(-1)!.transformerTypeId).toBe(
      '630 kVA 20/0.4 kV',
    );
  });

  it('is built once, and never for itself', () => {
    const after = build();
    expect(build({}, after, ['T-A', 'T-A+2'])).toBe(after);
    expect(refusals({}, after)).toMatchObject({
      'T-A': 'It has a second station already.',
      'T-A+2': 'It is itself the second station of another one.',
    });
  });

  it('marks what is new with the station that it relieves, and nothing else', () => {
    for (const place of [0, 1]) {
      const { network } = build({ place });
      for (const name of ['buses', 'lines', 'transformers', 'switches'] as const) {
        const stood = new Set<string>(RING[name].map(({ id }) => id));
        for (const { id, addedFor } of network![name])
          expect(addedFor, `${name} ${id}`).toBe(stood.has(id) ? undefined : 'T-A');
      }
      expect(networkSchema.parse(network)).toEqual(network);
      expect(districtIssues(districtOf(network!, HOMES), 'test')).toEqual([]);
    }
  });

  it('names a station that is there: files with another mark are refused', () => {
    const buses = RING.buses.map((one, row) => (row === 0 ? { ...one, addedFor: 'nowhere' } : one));
    expect(districtIssues(districtOf({ ...RING, buses }, HOMES), 'test')).toMatchObject([
      { severity: 'error', code: 'unknown-transformer', field: 'addedFor', value: 'nowhere' },
    ]);
  });

  it('is told by its mark and by no name: a given station may be called as a second one', () => {
    const renamed = (id: string) => (id === 'T-A' ? 'T-A+2' : id);
    const transformers = RING.transformers.map((one) => ({ ...one, id: renamed(one.id) }));
    const given = districtOf({ ...RING, transformers }, HOMES);
    expect(refusals({}, given)['T-A+2']).toBeUndefined();
    const after = build({}, given, ['T-A+2']);
    expect(after.network!.transformers.at(-1)).toMatchObject({ id: 'T-A+2+2', addedFor: 'T-A+2' });
  });

  it.each([
    [
      'transformer',
      1,
      { transformers: RING.transformers.map((one) => (one.id === 'T-B' ? { ...one, id: 'T-A+2' } : one)) },
    ],
    ['line', 1, { lines: [...RING.lines, line('MV-T-A+2', 'b1', 'b2')] }],
    ['bus', 1, { buses: [...RING.buses, { ...RING.buses[0]!, id: 'MV-T-A+2' }] }],
    ['bus', 0, { buses: [...RING.buses, { ...RING.buses[0]!, id: 'LV-T-A+2' }] }],
    ['switch', 1, { switches: [...RING.switches, { ...RING.switches[0]!, id: 'SW-A3+2' }] }],
  ] as const)('is refused where the id of its new %s is taken, at place %d', (kind, place, change) => {
    const takenIn = districtOf({ ...RING, ...change }, HOMES);
    expect(refusals({ place }, takenIn)['T-A']).toMatch(
      new RegExp(`^There is another (line or )?${kind}( or transformer)? called .+\\+2\\.$`),
    );
    expect(build({ place }, takenIn)).toBe(takenIn);
  });

  it('is refused above the voltage that the catalogue’s MV cable is for, unless a cable feeds it already', () => {
    const at = (nominalVoltageV: number, underground: boolean) =>
      districtOf(
        {
          ...RING,
          buses: RING.buses.map((one) => (one.nominalVoltageV > 1000 ? { ...one, nominalVoltageV } : one)),
          lineTypes: RING.lineTypes.map((type) =>
            type.id === MV_CABLE.id ? { ...type, underground } : type,
          ),
        },
        HOMES,
      );
    const TOO_HIGH = 'The MV cable of the catalogue is for lower voltages than this station has.';
    expect(refusals({}, at(20_000, false))['T-A']).toBeUndefined();
    expect(refusals({}, at(20_001, false))['T-A']).toBe(TOO_HIGH);
    expect(refusals({}, at(30_000, true))['T-A']).toBeUndefined();
  });

  it('is refused where a feeder cannot be split', () => {
    expect(refusals({})).toEqual({
      'T-B': 'It has no feeder with more than one joint.',
      'T-C': 'It has no feeder with more than one joint.',
    });
    const atTheEnd = districtOf(RING, [{ busId: 'a4', households: 3 }]);
    expect(refusals({}, atTheEnd)['T-A']).toBe('Its worst feeder has all of its demand in one place.');
    const ring = { ...RING, switches: RING.switches.map((one) => ({ ...one, closed: true })) };
    expect(refusals({}, districtOf(ring, HOMES))['T-A']).toContain('closed loops');
  });

  it('never stands at a service', () => {
    const lines = [
      ...RING.lines.filter(({ id }) => id !== 'A4'),
      line('A4', 'a3', 'a4', { role: 'service', lengthM: 900 }),
    ];
    const after = build({}, districtOf({ ...RING, lines }, HOMES)).network!;
    expect(after.transformers.at(-1)!.toBusId).toBe('a3');
  });
});

describe('a new substation beside the present one', () => {
  it('has a busbar of its own with the smaller half of the feeders', () => {
    const after = build({ place: 0 });
    const { network } = after;
    expect(network!.transformers.at(-1)).toMatchObject({
      id: 'T-A+2',
      fromBusId: 'MV-A',
      toBusId: 'LV-T-A+2',
    });
    // Four homes behind A1, one behind A5.
    expect(network!.lines.filter((one, row) => one !== RING.lines[row])).toEqual([
      { ...RING.lines[8]!, fromBusId: 'LV-T-A+2' },
    ]);
    expect(network!.switches).toBe(RING.switches);
    const flow = solved(after, W);
    const idle = solved(after, 0);
    expect((flow.pFromW('T-A+2') - idle.pFromW('T-A+2')) / W).toBeCloseTo(1, 1);
    expect(refusals({ place: 0 })).toEqual({
      'T-B': 'It has fewer than two feeders to share out.',
      'T-C': 'It has fewer than two feeders to share out.',
    });
  });
});
