import { factorBalance, newBalance, solveBalance, type ZoneBalance } from './balance';
import { type CompiledBuilding, INNER, OUTER } from './compile';
import { type Elimination, eliminateChain, substituteChain } from './eliminate';
import { fillFilms, type Films, newFilms } from './films/films';
import { type BuildingState, copyState, newState } from './state';
import type { StepInputs } from './stepInputs';
import { type AirResponse, type Plants, settlePlants } from './thermostat';

/** How films are found: `rounds` evaluations a step from the temperatures last known, or given ones that stay. */
export type FilmRule = { readonly rounds: number } | { readonly fixed: Films };

/** Steps one building through time, README eq. 11 to 14. */
export class BuildingStepper {
  readonly films: Films;
  /** [zone] heating positive, of the last step. */
  readonly powerW: Float64Array;
  /** Steps in which the plants' states did not settle. */
  unsettled = 0;
  private readonly elimination: Elimination;
  /** [chain] whether the outer end faces a zone; W/K to both sides of each chain. */
  private readonly beforeWPerK: Float64Array;
  private readonly behindWPerK: Float64Array;
  private readonly beforeDegC: Float64Array;
  private readonly radiantWPerK: Float64Array;
  private readonly balance: ZoneBalance;
  private readonly solution: Float64Array;
  private readonly heating: Float64Array[];
  private readonly cooling: Float64Array[];
  private readonly response: AirResponse;
  private readonly mode: Int8Array;
  private readonly next: BuildingState;

  constructor(
    readonly building: CompiledBuilding,
    readonly airCapacityJPerK: Float64Array,
    readonly plants: Plants,
    readonly rule: FilmRule,
  ) {
    const { nodeCount, zoneCount, chains } = building;
    this.films = 'fixed' in rule ? rule.fixed : newFilms(building);
    this.powerW = new Float64Array(zoneCount);
    this.elimination = {
      pivot: new Float64Array(nodeCount),
      rhs: new Float64Array(nodeCount),
      carried: new Float64Array(nodeCount),
    };
    this.beforeWPerK = new Float64Array(chains.length);
    this.behindWPerK = new Float64Array(chains.length);
    this.beforeDegC = new Float64Array(chains.length);
    this.radiantWPerK = new Float64Array(zoneCount);
    this.balance = newBalance(zoneCount);
    this.solution = new Float64Array(2 * zoneCount);
    this.heating = building.model.zones.map(() => new Float64Array(2 * zoneCount));
    this.cooling = building.model.zones.map(() => new Float64Array(2 * zoneCount));
    this.response = {
      zoneCount,
      freeDegC: new Float64Array(zoneCount),
      heatingKPerW: new Float64Array(zoneCount * zoneCount),
      coolingKPerW: new Float64Array(zoneCount * zoneCount),
    };
    this.mode = new Int8Array(zoneCount);
    this.next = newState(building);
  }

  /** One implicit step; `state` is replaced by the state at its end. */
  step(state: BuildingState, inputs: StepInputs, inverseDtPerS: number): void {
    const rounds = 'fixed' in this.rule ? 1 : this.rule.rounds;
    copyState(state, this.next);
    for (let round = 0; round < rounds; round += 1) {
      if (!('fixed' in this.rule)) fillFilms(this.building, inputs, this.next, this.films);
      this.eliminate(state, inputs, inverseDtPerS);
      this.assemble(state, inputs, inverseDtPerS);
      this.settle(inputs);
      this.substitute(inputs);
    }
    copyState(this.next, state);
  }

  /** W into the building through a chain's outer end; negative = loss. `nodeDegC` as of the last step. */
  outerFlowW(c: number, firstDegC: number): number {
    return this.beforeWPerK[c]! * (this.beforeDegC[c]! - firstDegC);
  }

  private eliminate({ nodeDegC }: BuildingState, inputs: StepInputs, inverseDtPerS: number): void {
    const { chains, firstNode, capacityJPerK } = this.building;
    const { convection, radiation, sky, linkWPerK } = this.films;
    const { rhs } = this.elimination;
    for (let c = 0; c < chains.length; c += 1) {
      const { outer, areaM2 } = chains[c]!;
      const first = firstNode[c]!;
      const last = firstNode[c + 1]! - 1;
      for (let i = first; i <= last; i += 1) {
        rhs[i] = capacityJPerK[i]! * inverseDtPerS * nodeDegC[i]! + inputs.sourceW[i]!;
      }
      let before = 0;
      let beforeDegC = 0;
      if (outer.kind === 'outdoors') {
        const toAir = areaM2 * (convection[2 * c + OUTER]! + radiation[2 * c + OUTER]!);
        const toSky = areaM2 * sky[c]!;
        before = toAir + toSky;
        beforeDegC = (toAir * inputs.outdoorDegC + toSky * inputs.skyDegC) / before;
      } else if (outer.kind === 'ground') {
        before = areaM2 * outer.conductanceWPerM2K;
        beforeDegC = inputs.groundDegC[c]!;
      } else if (outer.kind === 'inside') {
        before = areaM2 * (convection[2 * c + OUTER]! + radiation[2 * c + OUTER]!);
      }
      rhs[first]! += before * beforeDegC;
      this.beforeWPerK[c] = before;
      this.beforeDegC[c] = beforeDegC;
      const behind = areaM2 * (convection[2 * c + INNER]! + radiation[2 * c + INNER]!);
      this.behindWPerK[c] = behind;
      eliminateChain(this.elimination, capacityJPerK, linkWPerK, first, last, inverseDtPerS, before, behind);
    }
  }

  private assemble({ airDegC }: BuildingState, inputs: StepInputs, inverseDtPerS: number): void {
    const { zoneCount, chains } = this.building;
    const { size, matrix, rhs } = this.balance;
    matrix.fill(0);
    for (let z = 0; z < zoneCount; z += 1) {
      const capacity = this.airCapacityJPerK[z]! * inverseDtPerS;
      const flow = inputs.airFlowWPerK[z]!;
      matrix[2 * z * size + 2 * z] = capacity + flow;
      rhs[2 * z] = capacity * airDegC[z]! + flow * inputs.outdoorDegC + inputs.convectiveW[z]!;
      rhs[2 * z + 1] = inputs.radiativeW[z]!;
      this.radiantWPerK[z] = 0;
      for (let other = 0; other < zoneCount; other += 1) {
        const exchange = inputs.exchangeWPerK[z * zoneCount + other]!;
        matrix[2 * z * size + 2 * z]! += exchange;
        matrix[2 * z * size + 2 * other]! -= exchange;
      }
    }
    for (let c = 0; c < chains.length; c += 1) this.addChain(c);
    for (let z = 0; z < zoneCount; z += 1) {
      // Without a surface that radiates, what is sent as radiation stays in the air.
      if (!(this.radiantWPerK[z]! > 0)) this.addLink(2 * z, 2 * z + 1, 1);
    }
    factorBalance(this.balance);
  }

  private addLink(a: number, b: number, conductance: number): void {
    const { size, matrix } = this.balance;
    matrix[a * size + a]! += conductance;
    matrix[b * size + b]! += conductance;
    matrix[a * size + b]! -= conductance;
    matrix[b * size + a]! -= conductance;
  }

  /** A chain's surfaces as seen from their zones. README eq. 12. */
  private addChain(c: number): void {
    const { chains, firstNode } = this.building;
    const { convection, radiation, linkWPerK } = this.films;
    const { pivot, rhs, carried } = this.elimination;
    const { outer, inner, areaM2 } = chains[c]!;
    const first = firstNode[c]!;
    const last = firstNode[c + 1]! - 1;
    const perW = 1 / pivot[last]!;
    const air = areaM2 * convection[2 * c + INNER]!;
    const radiant = areaM2 * radiation[2 * c + INNER]!;
    this.addEnd(inner.zone, air, radiant, rhs[last]! * perW, perW);
    if (outer.kind !== 'inside') return;
    // Temperatures of the first node: without both zones, and per watt at either surface.
    let alone = rhs[last]! * perW;
    let fromOuter = carried[last]! * perW;
    for (let i = last - 1; i >= first; i -= 1) {
      alone = (rhs[i]! + linkWPerK[i]! * alone) / pivot[i]!;
      fromOuter = (carried[i]! + linkWPerK[i]! * fromOuter) / pivot[i]!;
    }
    const before = this.beforeWPerK[c]!;
    const outerAir = areaM2 * convection[2 * c + OUTER]!;
    const outerRadiant = areaM2 * radiation[2 * c + OUTER]!;
    this.addEnd(outer.zone, outerAir, outerRadiant, alone, fromOuter / before);
    this.addCross(
      inner.zone,
      air,
      radiant,
      outer.zone,
      outerAir,
      outerRadiant,
      (carried[last]! * perW) / before,
    );
  }

  private addEnd(zone: number, air: number, radiant: number, aloneDegC: number, kPerW: number): void {
    const { size, matrix, rhs } = this.balance;
    const a = 2 * zone;
    const m = a + 1;
    matrix[a * size + a]! += air - air * kPerW * air;
    matrix[m * size + m]! += radiant - radiant * kPerW * radiant;
    matrix[m * size + a]! -= radiant * kPerW * air;
    matrix[a * size + m]! -= radiant * kPerW * air;
    rhs[a]! += air * aloneDegC;
    rhs[m]! += radiant * aloneDegC;
    this.radiantWPerK[zone]! += radiant;
  }

  private addCross(
    zone: number,
    air: number,
    radiant: number,
    other: number,
    otherAir: number,
    otherRadiant: number,
    kPerW: number,
  ): void {
    const { size, matrix } = this.balance;
    const rows = [2 * zone, 2 * zone + 1];
    const columns = [2 * other, 2 * other + 1];
    const own = [air, radiant];
    const far = [otherAir, otherRadiant];
    for (let i = 0; i < 2; i += 1) {
      for (let j = 0; j < 2; j += 1) {
        const coupling = own[i]! * kPerW * far[j]!;
        matrix[rows[i]! * size + columns[j]!]! -= coupling;
        matrix[columns[j]! * size + rows[i]!]! -= coupling;
      }
    }
  }

  private settle(inputs: StepInputs): void {
    const { zoneCount } = this.building;
    const { response, plants, balance, powerW } = this;
    const x = this.solution;
    x.set(balance.rhs);
    solveBalance(balance, x);
    for (let z = 0; z < zoneCount; z += 1) response.freeDegC[z] = x[2 * z]!;
    for (let z = 0; z < zoneCount; z += 1) {
      this.plantColumn(this.heating[z]!, z, plants.heatingConvectiveShare[z]!, response.heatingKPerW);
      this.plantColumn(this.cooling[z]!, z, plants.coolingConvectiveShare[z]!, response.coolingKPerW);
    }
    const { heatingDegC, coolingDegC } = inputs;
    if (!settlePlants(response, heatingDegC, coolingDegC, plants, this.mode, powerW)) this.unsettled += 1;
    for (let z = 0; z < zoneCount; z += 1) {
      const power = powerW[z]!;
      if (power === 0) continue;
      const column = (power > 0 ? this.heating : this.cooling)[z]!;
      for (let i = 0; i < x.length; i += 1) x[i]! += power * column[i]!;
    }
  }

  private plantColumn(
    column: Float64Array,
    zone: number,
    convectiveShare: number,
    table: Float64Array,
  ): void {
    const { zoneCount } = this.building;
    column.fill(0);
    column[2 * zone] = convectiveShare;
    column[2 * zone + 1] = 1 - convectiveShare;
    solveBalance(this.balance, column);
    for (let z = 0; z < zoneCount; z += 1) table[z * zoneCount + zone] = column[2 * z]!;
  }

  private substitute(inputs: StepInputs): void {
    const { chains, firstNode, zoneCount } = this.building;
    const { convection, radiation, linkWPerK } = this.films;
    const { pivot, rhs, carried } = this.elimination;
    const x = this.solution;
    for (let c = 0; c < chains.length; c += 1) {
      const { outer, inner, areaM2 } = chains[c]!;
      const first = firstNode[c]!;
      const last = firstNode[c + 1]! - 1;
      // Behind other outer ends everything is known and part of the right-hand side already.
      let beforeDegC = 0;
      if (outer.kind === 'inside') {
        beforeDegC =
          (areaM2 *
            (convection[2 * c + OUTER]! * x[2 * outer.zone]! +
              radiation[2 * c + OUTER]! * x[2 * outer.zone + 1]!)) /
          this.beforeWPerK[c]!;
        this.beforeDegC[c] = beforeDegC;
      }
      const fromRoomW =
        areaM2 *
        (convection[2 * c + INNER]! * x[2 * inner.zone]! +
          radiation[2 * c + INNER]! * x[2 * inner.zone + 1]!);
      const lastDegC = (rhs[last]! + carried[last]! * beforeDegC + fromRoomW) / pivot[last]!;
      substituteChain(this.elimination, linkWPerK, first, last, beforeDegC, lastDegC, this.next.nodeDegC);
    }
    for (let z = 0; z < zoneCount; z += 1) {
      this.next.airDegC[z] = x[2 * z]!;
      const conductance = this.radiantWPerK[z]!;
      const sentW =
        inputs.radiativeW[z]! +
        Math.max(this.powerW[z]!, 0) * (1 - this.plants.heatingConvectiveShare[z]!) +
        Math.min(this.powerW[z]!, 0) * (1 - this.plants.coolingConvectiveShare[z]!);
      this.next.radiantDegC[z] = conductance > 0 ? x[2 * z + 1]! - sentW / conductance : x[2 * z]!;
    }
  }
}
