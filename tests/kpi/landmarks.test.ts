import { describe, expect, it } from 'vitest';
import {
  buildingScale,
  KPI_SCALES,
  loadingScale,
  scaleFaults,
  type Landmark,
  type LandmarkScale,
} from '../../src/kpi/landmarks';
import { KPI_PLACES } from '../../src/kpi/kpiGroups';
import { HOUSEHOLD_KPI_IDS } from '../../src/kpi/householdKpis';
import { TABULA_ENVELOPES, envelopeClassOf } from '../../src/model/archetypes';
import { BUILDING_USES } from '../../src/model/building';
import { UNBALANCE_MAX, LIMIT_PROFILES } from '../../src/model/limits';
import { landmarkWords, sourceWords } from '../../src/words';

/** The cheapest wrong programs: a landmark from nowhere, one off its scale, a convention that passes for a norm. */
const regions = Object.keys(TABULA_ENVELOPES) as (keyof typeof TABULA_ENVELOPES)[];
const ofBuildings = regions.flatMap((region) =>
  BUILDING_USES.flatMap((use) => {
    const scale = buildingScale(use, envelopeClassOf(use), region);
    return scale === null ? [] : [scale];
  }),
);
const SCALES: readonly LandmarkScale[] = [
  ...Object.values(KPI_SCALES),
  loadingScale('transformer'),
  loadingScale('line'),
  ...ofBuildings,
];
const all = SCALES.flatMap(({ landmarks }) => landmarks);
const valuesOf = (scale: LandmarkScale | null) => scale?.landmarks.map(({ value, to }) => to ?? value);

describe('landmarks of scales', () => {
  it('have a source and lie on their scale', () => {
    expect(SCALES.length).toBeGreaterThan(20);
    expect(SCALES.flatMap(scaleFaults)).toEqual([]);
  });

  it('are refused without a source, off their scale, or upside down', () => {
    const good: Landmark = { id: 'x', value: 5, label: 'x', kind: 'norm', source: 'Somebody 2024' };
    const scaleOf = (...landmarks: Landmark[]) => ({ min: 0, max: 10, unit: '%', landmarks });
    expect(scaleFaults(scaleOf(good, { ...good, to: 10 }))).toEqual([]);
    expect(
      scaleFaults(
        scaleOf(
          { ...good, id: 'a', source: ' ' },
          { ...good, id: 'b', value: -1 },
          { ...good, id: 'c', to: 11 },
          { ...good, id: 'd', to: 4 },
          { ...good, id: 'e', label: '' },
        ),
      ),
    ).toEqual([
      'a: no source',
      'b: outside 0 to 10',
      'c: outside 0 to 10',
      'd: ends before it begins',
      'e: no label',
    ]);
  });

  it('stand on indicators that there are, and on what the model judges by', () => {
    const known = new Set([...KPI_PLACES.keys(), ...HOUSEHOLD_KPI_IDS]);
    expect(Object.keys(KPI_SCALES).filter((id) => !known.has(id))).toEqual([]);
    const { lowerPu, upperPu } = LIMIT_PROFILES['EN 50160'];
    const [week] = KPI_SCALES['lowestVoltage']!.landmarks;
    expect([week!.value, week!.to]).toEqual([100 * lowerPu, expect.closeTo(100 * upperPu, 9)]);
    expect(valuesOf(KPI_SCALES['voltageUnbalance']!)).toEqual([100 * UNBALANCE_MAX]);
  });

  it('call nothing a norm that is usual only', () => {
    const kinds = new Map(all.map(({ id, kind }) => [id, kind]));
    for (const id of ['burdenHigh', 'burdenSevere', 'reserve', 'cyclic'])
      expect(kinds.get(id), id).toBe('convention');
    for (const { kind, source } of all) if (kind === 'norm') expect(source).toMatch(/^(?:EN|IEC|ANSI|DIN) /);
  });

  // TABULA's medians of German houses as built, and EIA's survey of 2003.
  it.each([
    ['detached', 'centralEurope', [219, 195, 120, 70]],
    ['apartment', 'nordic', [187, 213, 150, 123]],
    ['terraced', 'mediterranean', [277, 251, 136, 58]],
    ['office', 'centralEurope', [293]],
    ['hospital', 'nordic', [787]],
    ['warehouse', 'centralEurope', undefined],
  ] as const)('%s, %s', (use, region, values) => {
    expect(valuesOf(buildingScale(use, envelopeClassOf(use), region))).toEqual(values);
  });

  it('are German on a German page, the titles of works excepted', () => {
    for (const landmark of all) {
      expect(landmarkWords('en', landmark)).toBe(landmark.label);
      expect(landmarkWords('de', landmark), landmark.id).not.toBe(landmark.label);
      expect(sourceWords('de', landmark.source)).not.toMatch(
        /\b(?:the|from|memory|own|without|not|as|types|houses|Germany|Italy|Sweden)\b/,
      );
    }
  });
});
