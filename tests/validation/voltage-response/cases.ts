import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Phase, VoltVar, VoltWatt } from '../../../src/model/building';
import type { ZipShares } from '../../../src/model/voltageDependence';
import { compileNetwork, type CompiledNetwork } from '../../../src/sim/powerflow/network';
import { withoutLowering, type VoltageResponse } from '../../../src/study/voltageResponse';
import { bus, connection, line, LV_CABLE, network } from '../../sim/powerflow/networks';

export interface ResponseCase {
  readonly origin: string;
  readonly network: {
    readonly voltagePu: number;
    readonly loweredByPu: number;
    readonly shortCircuitSVa: number;
    readonly rOverX: number;
    readonly rOhm: number;
    readonly xOhm: number;
  };
  readonly building: {
    readonly phases: readonly Phase[];
    readonly appliancesW: number;
    readonly sunW: number;
    /** Constant power beside them. */
    readonly otherW: number;
    readonly appliances: {
      readonly active: ZipShares;
      readonly reactive: ZipShares;
      readonly tanPhi: number;
    } | null;
    readonly inverter: {
      readonly ratedW: number;
      readonly voltVar: VoltVar | null;
      readonly voltWatt: VoltWatt | null;
    } | null;
  };
  /** Powers of all phases together; qVar is taken. */
  readonly expected: {
    readonly referencePu: number;
    readonly vPu: number;
    readonly appliancesW: number;
    readonly sunW: number;
    readonly qVar: number;
  };
  readonly tolerance: { readonly vPu: number; readonly powerW: number };
}

export function responseCases(): [name: string, one: ResponseCase][] {
  const folder = import.meta.dirname;
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [
      name,
      JSON.parse(readFileSync(join(folder, name, 'case.json'), 'utf8')) as ResponseCase,
    ]);
}

const COLUMN = { a: 0, b: 1, c: 2 } as const;

/** One source, one cable of that impedance without capacitance or coupling of phases, one building. */
export function responseOf({ network: given, building }: ResponseCase): VoltageResponse {
  const { rOhm, xOhm, ...source } = given;
  const cable = { r1OhmPerKm: rOhm, x1OhmPerKm: xOhm, r0OhmPerKm: rOhm, x0OhmPerKm: xOhm };
  const net = network({
    buses: [bus('S'), bus('L')],
    lineTypes: [{ ...LV_CABLE, ...cable, c1NanofaradPerKm: 0, c0NanofaradPerKm: 0 }],
    lines: [line('cable', 'S', 'L', 1000)],
    sources: [{ id: 'grid', busId: 'S', ...source }],
  });
  const compiled = (one: typeof net): CompiledNetwork => {
    const outcome = compileNetwork(one, [connection('L', building.phases)]);
    if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
    return outcome.value;
  };
  const operated = compiled(net);
  const before = withoutLowering(net);
  const phases = building.phases.map((phase) => COLUMN[phase]);
  const { appliances, inverter } = building;
  return {
    reference: before === net ? operated : compiled(before),
    operated,
    buses: Int32Array.of(1),
    buildings: [
      {
        row: 0,
        bus: 1,
        phases,
        appliances,
        inverter: inverter === null ? null : { ...inverter, phases, exportLimitW: Infinity },
      },
    ],
  };
}

/** What the model gives the building in a step: by phase, and by the uses that answer. */
export function loadsOf({ building }: ResponseCase) {
  const { phases, appliancesW, sunW, otherW, appliances } = building;
  const netPW = new Float64Array(3);
  const netQVar = new Float64Array(3);
  for (const phase of phases) {
    netPW[COLUMN[phase]] = (appliancesW + otherW - sunW) / phases.length;
    netQVar[COLUMN[phase]] = ((appliances?.tanPhi ?? 0) * appliancesW) / phases.length;
  }
  return {
    loads: { netPW, netQVar, storageNetW: new Float64Array(0) },
    usesW: Float64Array.of(appliancesW, sunW),
  };
}
