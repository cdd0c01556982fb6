import type { BuildingState } from './state';
import type { BuildingStepper } from './stepper';
import type { StepInputs } from './stepInputs';
import type { ZoneBalanceYear } from './year';

/** Sums of energies per zone, J. An element and what it stores belong to the zone that it is listed for. */
export class Ledger {
  private readonly gains: Float64Array;
  private readonly sun: Float64Array;
  private readonly air: Float64Array;
  private readonly surfaces: Float64Array;
  private readonly zones: Float64Array;
  private readonly heating: Float64Array;
  private readonly cooling: Float64Array;
  private readonly storedAtStart: Float64Array;

  constructor(
    private readonly stepper: BuildingStepper,
    start: BuildingState,
  ) {
    const { zoneCount } = stepper.building;
    const column = (): Float64Array => new Float64Array(zoneCount);
    [this.gains, this.sun, this.air, this.surfaces] = [column(), column(), column(), column()];
    [this.zones, this.heating, this.cooling] = [column(), column(), column()];
    this.storedAtStart = this.stored(start);
  }

  add({ nodeDegC, airDegC }: BuildingState, inputs: StepInputs, dtS: number): void {
    const { building, powerW } = this.stepper;
    const { chains, firstNode, zoneCount, owner } = building;
    for (let c = 0; c < chains.length; c += 1) {
      const { outer } = chains[c]!;
      const zone = owner[c]!;
      const first = firstNode[c]!;
      let source = 0;
      for (let i = first; i < firstNode[c + 1]!; i += 1) source += inputs.sourceW[i]!;
      this.sun[zone]! += source * dtS;
      if (outer.kind === 'adiabatic') continue;
      const flow = this.stepper.outerFlowW(c, nodeDegC[first]!) * dtS;
      if (outer.kind === 'inside') {
        this.zones[zone]! += flow;
        this.zones[outer.zone]! -= flow;
      } else this.surfaces[zone]! += flow;
    }
    for (let z = 0; z < zoneCount; z += 1) {
      const temp = airDegC[z]!;
      this.gains[z]! += (inputs.convectiveW[z]! + inputs.radiativeW[z]!) * dtS;
      this.air[z]! += inputs.airFlowWPerK[z]! * (inputs.outdoorDegC - temp) * dtS;
      for (let other = 0; other < zoneCount; other += 1) {
        this.zones[z]! += inputs.exchangeWPerK[z * zoneCount + other]! * (airDegC[other]! - temp) * dtS;
      }
      const power = powerW[z]!;
      if (power > 0) this.heating[z]! += power * dtS;
      else this.cooling[z]! += power * dtS;
    }
  }

  /** The year of one zone, with the state at its end. */
  close(zone: number, end: BuildingState): ZoneBalanceYear {
    return {
      heatingJ: this.heating[zone]!,
      coolingJ: this.cooling[zone]!,
      gainsJ: this.gains[zone]!,
      sunJ: this.sun[zone]!,
      airJ: this.air[zone]!,
      surfacesJ: this.surfaces[zone]!,
      zonesJ: this.zones[zone]!,
      storedJ: this.stored(end)[zone]! - this.storedAtStart[zone]!,
    };
  }

  private stored({ nodeDegC, airDegC }: BuildingState): Float64Array {
    const { building, airCapacityJPerK } = this.stepper;
    const { chains, firstNode, capacityJPerK, owner } = building;
    const stored = airDegC.map((temp, z) => temp * airCapacityJPerK[z]!);
    for (let c = 0; c < chains.length; c += 1) {
      for (let i = firstNode[c]!; i < firstNode[c + 1]!; i += 1) {
        stored[owner[c]!]! += capacityJPerK[i]! * nodeDegC[i]!;
      }
    }
    return stored;
  }
}
