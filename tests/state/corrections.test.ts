import { expect, it } from 'vitest';
import { OVERRIDABLE } from '../../src/model/building';
import type { BaseEdit } from '../../src/model/scenario';
import { correctionTexts, figureWord } from '../../src/state/view';

it('corrections are said in words, with how sure a number is, and never as an object', () => {
  const edits: readonly BaseEdit[] = [
    { buildingId: 'b', field: 'use', value: 'office' },
    {
      buildingId: 'b',
      field: 'uWallWPerM2K',
      value: { value: 0.25, source: 'survey', quality: 'accurate_measurement' },
    },
    { buildingId: 'b', field: 'gValue', value: null },
    {
      buildingId: 'b',
      field: 'retrofit',
      value: { wall: { insulationM: 0.1 }, lighting: { powerShare: 0.5 } },
    },
    { buildingId: 'b', field: 'retrofit', value: {} },
    { buildingId: 'b', field: 'photovoltaics', value: { peakW: 5500, tiltDeg: 30, azimuthDeg: 180 } },
    { buildingId: 'b', field: 'vehicles', value: null },
  ];
  expect(correctionTexts({ baseEdits: edits, scenarios: [] })).toEqual([
    'b: Use is office',
    'b: U-value of walls is 0.2500 (measured)',
    'b: g-value of windows is as assumed',
    'b: Work done is wall, lighting',
    'b: Work done is none',
    'b: Photovoltaics is 5.50 kW',
    'b: Electric cars is none',
  ]);
  expect(new Set(OVERRIDABLE.map((name) => figureWord(name))).size).toBe(OVERRIDABLE.length);
});
