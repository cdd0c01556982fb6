import { describe, expect, test } from 'vitest';
import { writeIdf } from '../../../src/io/idf';
import type { BuildingModel, Element, Schedule } from '../../../src/model/buildingModel/types';
import { cabin } from '../../model/buildingModel/cabin';
import { codes, exported, room, weather, withElement } from './exported';
import { named, ofClass, scheduleAt } from './idfFile';

const DAY = { weekday: 10, saturday: 3, sunday: 4, firstOfJuly: 181 } as const;
const weekdayOf = (day: number): number => (2 + day) % 7;

describe('courses', () => {
  const ramp: Schedule = {
    id: 'ramp',
    weekday: {
      points: [
        [0, 10],
        [6, 10],
        [7, 16],
        [7, 20],
        [24, 20],
      ],
    },
    saturday: { hourly: Array.from({ length: 24 }, (_, hour) => hour) },
    periods: [
      {
        from: '12-20',
        to: '01-05',
        weekday: {
          points: [
            [0, null],
            [24, null],
          ],
        },
      },
    ],
  };
  const objects = exported(
    room({ heating: { setpointDegC: 'ramp' }, cooling: { setpointDegC: 'summer' } }, [
      ramp,
      {
        id: 'summer',
        weekday: {
          points: [
            [0, null],
            [24, null],
          ],
        },
        periods: [
          {
            from: '06-01',
            to: '08-31',
            weekday: {
              points: [
                [0, 26],
                [24, 26],
              ],
            },
          },
        ],
      },
    ]),
  );
  const control = ofClass(objects, 'ThermostatSetpoint:DualSetpoint')[0]!.fields;
  const at = (field: number, day: number, hour: number): number =>
    scheduleAt(named(objects, 'Schedule:Compact', control[field]!), day, weekdayOf(day), hour);

  test('follow the weekday of 1 January, straight lines as the mean of each step', () => {
    expect(weekdayOf(DAY.weekday)).toBe(5);
    expect(at(1, 12, 3)).toBe(10);
    expect(at(1, 12, 6.05)).toBeCloseTo(10.5, 9);
    expect(at(1, 12, 6.95)).toBeCloseTo(15.5, 9);
    expect(at(1, 12, 7.05)).toBe(20);
    expect(at(1, DAY.weekday, 13.5)).toBe(13);
    expect(at(1, 11, 13.5)).toBe(20);
  });

  test('are replaced inside periods, also over the turn of the year, and off is out of reach', () => {
    for (const day of [0, 4, 353, 364]) expect(at(1, day, 12)).toBe(-60);
    for (const day of [5, 352]) expect(at(1, day, 12)).toBeGreaterThan(0);
    expect(at(2, 100, 12)).toBe(120);
    expect(at(2, 150, 12)).toBe(120);
    expect(at(2, 151, 12)).toBe(26);
    expect(at(2, 242, 12)).toBe(26);
    expect(at(2, 243, 12)).toBe(120);
  });

  test('of a cooling set-point below heating are raised by name', () => {
    const crossed = room({ heating: { setpointDegC: 22 }, cooling: { setpointDegC: 'low' } }, [
      { id: 'low', weekday: { hourly: Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 20 : 26)) } },
    ]);
    expect(codes(crossed, weather)).toContain('idf-setpoints zone "room"');
    const written = exported(crossed);
    const cooling = ofClass(written, 'ThermostatSetpoint:DualSetpoint')[0]!.fields[2]!;
    const schedule = named(written, 'Schedule:Compact', cooling);
    expect([scheduleAt(schedule, 9, 4, 3), scheduleAt(schedule, 9, 4, 15)]).toEqual([22, 26]);
  });
});

describe('air', () => {
  test('with recovery is what is not recovered, and the rest while it is bypassed', () => {
    const model = room({
      heating: { setpointDegC: 21 },
      ventilation: [
        { name: 'unit', airChangesPerH: 1.5, heatRecoveryShare: 0.8 },
        { name: 'night', airChangesPerH: 3, onlyCooling: { byK: 2, aboveDegC: 24 } },
      ],
    });
    const objects = exported(model);
    const flow = (name: string): readonly string[] =>
      named(objects, 'ZoneVentilation:DesignFlowRate', name).fields;
    // 1.5 / h of 120 m3 is 0.05 m3/s.
    expect(Number(flow('room unit')[4])).toBeCloseTo(0.05 * 0.2, 12);
    expect(Number(flow('room unit bypass')[4])).toBeCloseTo(0.05 * 0.8, 12);
    expect(flow('room unit')[19]).toBe('-100');
    expect(flow('room unit bypass')[19]).toBe('0');
    const above = named(objects, 'Schedule:Compact', flow('room unit bypass')[16]!);
    expect(scheduleAt(above, 50, 0, 5)).toBe(23);
    expect(flow('room night').slice(15, 20)).toEqual(['24', '', '100', '', '2']);
    expect(Number(flow('room night')[4])).toBeCloseTo(0.1, 12);
    expect(codes(model, weather)).toContain('idf-heat-recovery zone "room" ventilation[0]');
  });

  test('goes both ways between two zones', () => {
    const mixing = ofClass(exported(cabin), 'ZoneMixing').map(({ fields }) => [
      fields[1],
      fields[8],
      fields[4],
    ]);
    expect(mixing).toEqual([
      ['room', 'porch', '0.01'],
      ['porch', 'room', '0.01'],
    ]);
  });

  test('carries the furniture: heat capacity of the zone over that of its air', () => {
    const objects = exported(room({ furnitureJPerK: 480000 }));
    // Air of 100 kPa and 20 degC, nearly dry: 1.19 kg/m3 and 1,006 J/(kg K).
    const multiplier = Number(ofClass(objects, 'ZoneCapacitanceMultiplier:ResearchSpecial')[0]!.fields[2]);
    expect(multiplier).toBeCloseTo(1 + 480000 / (120 * 1.19 * 1006), 1);
  });
});

describe('plants and surfaces', () => {
  test('have capacities as limits, and gains their radiant share', () => {
    const objects = exported(cabin);
    const ideal = ofClass(objects, 'ZoneHVAC:IdealLoadsAirSystem');
    expect(ideal).toHaveLength(1);
    expect(ideal[0]!.fields.slice(9, 15)).toEqual(['LimitCapacity', '', '5000', 'NoLimit', '', '']);
    const gain = ofClass(objects, 'OtherEquipment')[0]!.fields;
    expect([gain[5], gain[9], gain[10]]).toEqual(['200', '0.6', '0']);
  });

  test('have their own films, ground temperature and view of the sky', () => {
    const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const model: BuildingModel = {
      ...withElement({
        boundary: { kind: 'outdoors', skyViewShare: 0.3, wind: false },
        films: { outsideConvectionWPerM2K: 20, insideConvectionWPerM2K: 3 },
      }),
    };
    const elements = model.elements.map((element): Element =>
      element.id === 'floor' ? { ...element, boundary: { kind: 'ground', tempDegC: months } } : element,
    );
    const objects = exported({ ...model, elements });
    const films = ofClass(objects, 'SurfaceProperty:ConvectionCoefficients');
    // The wall and its two windows.
    expect(films).toHaveLength(3);
    expect(films[0]!.fields).toEqual([
      'south',
      'Outside',
      'Value',
      '20',
      '',
      '',
      'Inside',
      'Value',
      '3',
      '',
      '',
    ]);
    expect(ofClass(objects, 'SurfaceProperty:LocalEnvironment')).toHaveLength(3);
    expect(ofClass(objects, 'SurfaceProperty:SurroundingSurfaces')[0]!.fields[1]).toBe('0.3');
    expect(named(objects, 'BuildingSurface:Detailed', 'south').fields.slice(7, 9)).toEqual([
      'SunExposed',
      'NoWind',
    ]);
    const ground = ofClass(objects, 'SurfaceProperty:OtherSideCoefficients')[0]!.fields;
    expect(ground[1]).toBe('0');
    const schedule = named(objects, 'Schedule:Compact', ground[8]!);
    expect([0, 31, DAY.firstOfJuly, 364].map((day) => scheduleAt(schedule, day, 0, 12))).toEqual([
      1, 2, 7, 12,
    ]);
  });

  test('without a ground temperature take the mean of the weather, and are refused without it', () => {
    const elements = cabin.elements.map((element): Element =>
      element.id === 'floor' ? { ...element, boundary: { kind: 'ground' } } : element,
    );
    const objects = exported({ ...cabin, elements });
    const mean = weather.tempDegC.reduce((sum, value) => sum + value, 0) / 8760;
    expect(Number(ofClass(objects, 'SurfaceProperty:OtherSideCoefficients')[0]!.fields[2])).toBeCloseTo(
      mean,
      6,
    );
    const refused = writeIdf({ ...cabin, elements });
    expect(refused.ok).toBe(false);
    expect(refused.issues.map(({ code }) => code)).toContain('idf-ground');
  });
});
