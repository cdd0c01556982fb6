import { beforeAll, describe, expect, it } from 'vitest';
import { LIMIT_PROFILES } from '../../src/model/limits';
import { YearLoads } from '../../src/study/canConnect/yearLoads';
import { compileRun, type CompiledRun } from '../../src/study/compiledRun';
import {
  districtHosting,
  hostingKpis,
  type DistrictHostingSettings,
  type HostDraw,
  type PlaceHosting,
} from '../../src/study/districtHosting';
import { sitesOf } from '../../src/study/districtHosting/places';
import { HOSTED_TECHNOLOGIES } from '../../src/study/network';
import { HostingAllocation } from '../../src/study/network/hostingAllocation';
import type { RunResult } from '../../src/study/runResult';
import { solveNetwork } from '../../src/sim/powerflow/network';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, smallTown } from '../engine/smallTown';

/**
 * Limits that a question may ask for. The cheapest wrong programs: a change of voltage taken from the band's edge or from another
 * hour's voltage, power that has "turned" where it never flowed forward, and limits that hold although nobody asked.
 */
const district = smallTown(12);
const input = inputOf(district);
const technology = HOSTED_TECHNOLOGIES.photovoltaic;
let result: RunResult;
let run: CompiledRun;

beforeAll(async () => {
  const engine = inProcessEngine(1);
  const ran = await engine.run(input);
  engine.dispose();
  const compiled = compileRun(input);
  if (!ran.ok || !compiled.ok) throw new Error('no year');
  [result, run] = [ran.value, compiled.value];
});

function hosted(more: Partial<DistrictHostingSettings> = {}) {
  const settings: DistrictHostingSettings = {
    ...{ technology, by: 'transformer', limits: LIMIT_PROFILES['EN 50160'] },
    ...{ seed: 3, draws: 3, maxW: 1e6, ...more },
  };
  const found = districtHosting(input, result, settings);
  if (!found.ok) throw new Error(found.issues[0]!.message);
  return found.value;
}

/** Voltages of all buses and phases at the judged steps, with so many units of a draw. */
function voltagesWith({ place, steps }: PlaceHosting, { draw }: HostDraw, units: number): Float64Array {
  const loads = new YearLoads(run, result.table).columns(steps);
  const sites = sitesOf(district, run.network, place, technology);
  const allocation = new HostingAllocation(sites, technology, 3, draw);
  for (const { busId, phases, pW } of allocation.powers(units * technology.unitW)) {
    const row = district.buildings.findIndex(({ connection }) => connection?.busId === busId);
    for (const phase of phases)
      for (let step = 0; step < steps.length; step += 1)
        loads.netPW[(3 * row + phase - 1) * steps.length + step]! -= pW / phases.length;
  }
  const buses = result.rows.busIds.length;
  const found = new Float64Array(buses * 3 * steps.length);
  solveNetwork(run.network, loads, steps.length, (flows) => {
    for (let bus = 0; bus < buses; bus += 1)
      for (let phase = 0; phase < 3; phase += 1)
        for (let local = 0; local < flows.stepCount; local += 1)
          found[(bus * 3 + phase) * steps.length + flows.fromStep + local] = flows.vMagPu(bus, phase, local);
  });
  return found;
}

describe('limits that a hosting question may ask for', () => {
  it('stop at a change of voltage of 3 % against the same hour without units: not before, not after', () => {
    const found = hosted({ criteria: { voltageDeviationPu: 0.03 } });
    const bound = found.places.flatMap((place) =>
      place.draws
        .filter(({ binding }) => binding?.kind === 'voltageDeviation')
        .map((draw) => ({ place, draw })),
    );
    expect(bound.length).toBeGreaterThan(0);
    for (const { place, draw } of bound) {
      const without = voltagesWith(place, draw, 0);
      const largestChange = (units: number) =>
        voltagesWith(place, draw, units).reduce(
          (most, v, at) => Math.max(most, Math.abs(v - without[at]!)),
          0,
        );
      expect(largestChange(draw.units)).toBeLessThan(0.03);
      const more = largestChange(draw.units + 1);
      expect(more).toBeGreaterThanOrEqual(0.03);
      expect(draw.binding!.value).toBeCloseTo(more, 9);
      expect(draw.binding).toMatchObject({ limit: 0.03, usage: draw.binding!.value / 0.03 });
    }
  });

  it('let panels give a station no more than its least sunny load, where power may not turn', () => {
    const found = hosted({ criteria: { noReversePower: true } });
    for (const { place, steps, draws } of found.places) {
      const row = result.rows.transformerIds.indexOf(place.id) * result.stepCount;
      const leastW = Math.min(...steps.map((step) => result.table.transformerPW[row + step]!));
      for (const { units, binding } of draws) {
        expect(binding).toMatchObject({ kind: 'reversePower', elementId: place.id, limit: 0 });
        expect(binding!.value).toBeLessThan(0);
        // Losses apart: whole units fit in the load, and one more does not.
        expect(Math.abs(units - Math.floor(leastW / technology.unitW))).toBeLessThanOrEqual(1);
      }
    }
    const [smallest] = hostingKpis(found);
    expect(smallest!.definition).toContain('no power that turns back through a transformer or regulator');
  });

  it('hold only where they are asked for, and never let more through', () => {
    const free = hosted();
    expect(hosted({ criteria: {} }).places).toEqual(free.places);
    const kinds = free.places.flatMap(({ draws }) => draws.map(({ binding }) => binding?.kind));
    expect(kinds).not.toContain('voltageDeviation');
    expect(kinds).not.toContain('reversePower');
    const held = hosted({ criteria: { voltageDeviationPu: 0.03, noReversePower: true } });
    held.places.forEach(({ draws }, place) =>
      draws.forEach(({ units }, draw) =>
        expect(units).toBeLessThanOrEqual(free.places[place]!.draws[draw]!.units),
      ),
    );
    // Consumption turns nothing round.
    const cars = hosted({ technology: HOSTED_TECHNOLOGIES.vehicle, criteria: { noReversePower: true } });
    expect(cars.places).toEqual(hosted({ technology: HOSTED_TECHNOLOGIES.vehicle }).places);
  });
});
