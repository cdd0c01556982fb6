import { beforeAll, describe, expect, it } from 'vitest';
import { LIMIT_PROFILES } from '../../src/model/limits';
import { districtHosting, hostingKpis, type DistrictHostingSettings } from '../../src/study/districtHosting';
import { judge } from '../../src/study/canConnect/judge';
import { extremesOf } from '../../src/study/canConnect/solved';
import { YearLoads } from '../../src/study/canConnect/yearLoads';
import { compileRun } from '../../src/study/compiledRun';
import { sitesOf } from '../../src/study/districtHosting/places';
import { HostingAllocation } from '../../src/study/network/hostingAllocation';
import { networkChunk } from '../../src/study/networkChunk';
import { addNetworkChunk, closeYear, startYear } from '../../src/study/year';
import { HOSTED_TECHNOLOGIES, type TechnologyId } from '../../src/study/network';
import type { RunResult } from '../../src/study/runResult';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, smallTown } from '../engine/smallTown';

const district = smallTown(12);
const input = inputOf(district);
let result: RunResult;

beforeAll(async () => {
  const engine = inProcessEngine(1);
  const ran = await engine.run(input);
  engine.dispose();
  if (!ran.ok) throw new Error('no year');
  result = ran.value;
});

function hosted(technology: TechnologyId, more: Partial<DistrictHostingSettings> = {}) {
  const settings: DistrictHostingSettings = {
    technology: HOSTED_TECHNOLOGIES[technology],
    by: 'feeder',
    limits: LIMIT_PROFILES['EN 50160'],
    seed: 3,
    draws: 6,
    maxW: 1e6,
    ...more,
  };
  const found = districtHosting(input, result, settings);
  if (!found.ok) throw new Error(found.issues[0]!.message);
  return found.value;
}

describe('hosting capacity of a district', () => {
  it('is a range for every feeder, in whole units, with what binds; the same for the same seed', () => {
    const found = hosted('vehicle');
    expect(found.places.map(({ place }) => place.id)).toEqual(result.rows.feederIds);
    for (const { smallest, median, largest, draws } of found.places) {
      expect(smallest.units).toBeLessThanOrEqual(median.units);
      expect(median.units).toBeLessThanOrEqual(largest.units);
      expect(smallest.capacityW).toBe(smallest.units * 7400);
      for (const { binding, units } of draws) {
        expect(units).toBeGreaterThan(0);
        expect(binding!.usage).toBeGreaterThan(1);
        expect(binding!.kind).not.toBe('overvoltage');
      }
    }
    const some = found.places.filter(({ smallest, largest }) => smallest.units < largest.units);
    expect(some.length).toBeGreaterThan(0);
    expect(hosted('vehicle')).toEqual(found);
    expect(hosted('vehicle', { seed: 4 }).places.map(({ draws }) => draws)).not.toEqual(
      found.places.map(({ draws }) => draws),
    );
  });

  it('of three-phase units at one transformer is its rating less its worst hour, where copper is no matter', () => {
    // Cables and voltages out of the way: only the transformer is left to bind.
    const { network } = district;
    const [transformer] = network!.transformers;
    const type = network!.transformerTypes.find(({ id }) => id === transformer!.transformerTypeId)!;
    const roomy = {
      ...input,
      district: {
        ...district,
        network: {
          ...network!,
          lineTypes: network!.lineTypes.map((one) => ({ ...one, ratedCurrentA: 1e5, r1OhmPerKm: 1e-3, x1OhmPerKm: 1e-3, r0OhmPerKm: 1e-3, x0OhmPerKm: 1e-3 })), // prettier-ignore
        },
      },
    };
    const technology = { ...HOSTED_TECHNOLOGIES.vehicle, unitW: 5000, connection: 'threePhase' as const };
    const settings = { technology, by: 'transformer', limits: LIMIT_PROFILES['EN 50160'], seed: 1, draws: 2, maxW: 2e6 } as const; // prettier-ignore
    const found = districtHosting(roomy, result, settings);
    if (!found.ok) throw new Error('not hosted');
    const place = found.value.places.find((one) => one.place.id === transformer!.id)!;
    const row = result.rows.transformerIds.indexOf(transformer!.id) * result.stepCount;
    const baseVa =
      type.ratedSVa * Math.max(...result.table.transformerLoading.subarray(row, row + result.stepCount));
    expect(place.median.binding).toMatchObject({ kind: 'transformerLoading', elementId: transformer!.id });
    expect(Math.abs(place.median.capacityW / (type.ratedSVa - baseVa) - 1)).toBeLessThan(0.04);
  });

  it('of panels ends with voltage that rises or with copper', () => {
    const { places } = hosted('photovoltaic', { draws: 3 });
    const kinds = new Set(places.flatMap(({ draws }) => draws.map(({ binding }) => binding!.kind)));
    expect(kinds.has('undervoltage')).toBe(false);
    expect([...kinds].some((kind) => kind === 'overvoltage' || kind === 'lineLoading')).toBe(true);
  });

  it('says so where the search ends first, and falls with tighter limits', () => {
    const short = hosted('heatPump', { maxW: 6000, draws: 2 });
    const [place] = short.places;
    expect(place!.largest).toMatchObject({ units: 2, capacityW: 6000, binding: undefined });
    for (const { label, definition, value } of hostingKpis(short)) {
      expect([label.endsWith(', at least'), value]).toEqual([true, 6000]);
      expect(definition).toContain('the search ended at 6 kW');
    }
    const tight = hosted('heatPump', {
      draws: 2,
      limits: { ...LIMIT_PROFILES['EN 50160'], loadingLimit: 0.6 },
    });
    const wide = hosted('heatPump', { draws: 2 });
    const sumOf = (found: typeof wide) => found.places.reduce((sum, { median }) => sum + median.units, 0);
    expect(sumOf(tight)).toBeLessThan(sumOf(wide));
  });

  it('of panels is judged in sunny hours alone, whatever the night lets through', () => {
    const { ghiWPerM2 } = input.weather;
    const most = Math.max(...ghiWPerM2);
    for (const { steps } of hosted('photovoltaic', { draws: 1 }).places) {
      expect(steps).toContain(ghiWPerM2.indexOf(most));
      for (const step of steps) expect(ghiWPerM2[step]! / most).toBeGreaterThanOrEqual(0.5);
    }
    // The least load of the year is that of a night: the cheapest wrong choice.
    const night = result.table.sourcePW.indexOf(Math.min(...result.table.sourcePW));
    expect(ghiWPerM2[night]! / most).toBeLessThan(0.5);
  });

  it('breaks in no hour of the year what it did not break in the hardest ones, at the smallest draw', () => {
    const compiled = compileRun(input);
    if (!compiled.ok) throw new Error('no run');
    const run = compiled.value;
    const loads = new YearLoads(run, result.table);
    const ratings = new Float64Array(result.rows.transformerIds.length).fill(1);
    const { technology, limits, seed } = hosted('vehicle', { draws: 1 }).settings;
    const { places } = hosted('vehicle');
    const worst = places.reduce((a, b) => (b.smallest.units < a.smallest.units ? b : a));
    const sites = sitesOf(district, run.network, worst.place, technology);
    const units = new HostingAllocation(sites, technology, seed, worst.smallest.draw);
    const solvedWith = (pW: number) => {
      const table = startYear(run.rows, run.calendar);
      for (let chunk = 0; chunk < run.calendar.chunkCount; chunk += 1) {
        const { netPW, netQVar, ...others } = loads.chunk(chunk);
        for (const { busId, phases, pW: ownW, qVar } of units.powers(pW)) {
          const row = district.buildings.findIndex(({ connection }) => connection?.busId === busId);
          for (const phase of phases) {
            const at = (3 * row + phase - 1) * others.steps;
            for (let step = 0; step < others.steps; step += 1) {
              netPW[at + step]! += ownW / phases.length;
              netQVar[at + step]! += qVar / phases.length;
            }
          }
        }
        addNetworkChunk(table, run.calendar, chunk, networkChunk(run, chunk, { netPW, netQVar, ...others }));
      }
      closeYear(table);
      return judge(extremesOf(table, ratings), extremesOf(result.table, ratings), run.rows, limits).broken;
    };
    expect(solvedWith(worst.smallest.capacityW)).toEqual([]);
    expect(solvedWith(worst.smallest.capacityW + technology.unitW)).not.toEqual([]);
  });

  it('gives indicators that are called a screening', () => {
    const kpis = hostingKpis(hosted('vehicle', { draws: 2 }));
    expect(kpis.map(({ id }) => id)).toEqual(['smallest', 'median', 'largest'].map((word) => `hosting-vehicle-${word}`)); // prettier-ignore
    expect(kpis[0]!.value).toBeLessThanOrEqual(kpis[1]!.value);
    expect(kpis[1]!.value).toBeLessThanOrEqual(kpis[2]!.value);
    for (const { definition, group } of kpis) {
      expect(definition).toContain('Screening');
      expect(group).toBe('hosting');
    }
  });
});
