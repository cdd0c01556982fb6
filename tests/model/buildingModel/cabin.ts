import type { BuildingModel } from '../../../src/model/buildingModel';

/** A small valid building that uses every kind of thing the format knows. */
export const cabin: BuildingModel = {
  schema: 'gridtwin-building/1',
  name: 'cabin',
  constructions: [
    {
      id: 'wall',
      layers: [
        { thicknessM: 0.1, conductivityWPerMK: 0.04, densityKgPerM3: 20, specificHeatJPerKgK: 1000 },
        { resistanceM2KPerW: 0.18 },
        { thicknessM: 0.012, conductivityWPerMK: 0.16, densityKgPerM3: 950, specificHeatJPerKgK: 840 },
      ],
    },
  ],
  glazings: [
    {
      id: 'double',
      kind: 'layers',
      panes: [0, 1].map(() => ({
        thicknessM: 0.003,
        conductivityWPerMK: 1,
        solarTransmittance: 0.83,
        solarReflectanceFront: 0.08,
        solarReflectanceBack: 0.08,
        emissivityFront: 0.84,
        emissivityBack: 0.84,
      })),
      gaps: [{ thicknessM: 0.012, gas: 'air' }],
    },
    { id: 'label', kind: 'simple', uValueWPerM2K: 1.3, gValue: 0.6 },
  ],
  schedules: [
    { id: 'day', weekday: { hourly: Array.from({ length: 24 }, (_, hour) => (hour < 7 ? 16 : 20)) } },
    {
      id: 'summerOnly',
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
  ],
  zones: [
    {
      id: 'room',
      volumeM3: 120,
      floorAreaM2: 48,
      infiltration: { airChangesPerH: 0.5 },
      ventilation: [{ flowM3PerS: 0.02, heatRecoveryShare: 0.8 }],
      gains: [{ powerW: 200, radiativeShare: 0.6 }],
      heating: { setpointDegC: 'day', capacityW: 5000 },
      cooling: { setpointDegC: 'summerOnly' },
    },
    { id: 'porch', volumeM3: 20, floorAreaM2: 8 },
  ],
  elements: [
    {
      id: 'south',
      zone: 'room',
      construction: 'wall',
      widthM: 8,
      heightM: 2.7,
      tiltDeg: 90,
      azimuthDeg: 180,
      boundary: { kind: 'outdoors' },
      windows: [
        { id: 'w1', glazing: 'double', xM: 0.5, zM: 0.2, widthM: 3, heightM: 2 },
        { id: 'w2', glazing: 'label', xM: 4.5, zM: 0.2, widthM: 3, heightM: 2 },
      ],
      shades: [{ kind: 'overhang', fromXM: 0, toXM: 8, zM: 2.7, depthM: 1 }],
    },
    {
      id: 'floor',
      zone: 'room',
      construction: 'wall',
      widthM: 8,
      heightM: 6,
      tiltDeg: 180,
      azimuthDeg: 0,
      boundary: { kind: 'ground', tempDegC: 10 },
    },
    {
      id: 'partition',
      zone: 'room',
      construction: 'wall',
      widthM: 3,
      heightM: 2.7,
      tiltDeg: 90,
      azimuthDeg: 0,
      boundary: { kind: 'zone', zone: 'porch' },
    },
  ],
  airExchanges: [{ zones: ['room', 'porch'], flowM3PerS: 0.01 }],
};
