import type {
  CircuitCapacitor,
  CircuitLine,
  CircuitLoad,
  CircuitTransformer,
  LoadModel,
  Matrix,
  TransformerWinding,
} from '../../../../src/model/circuit';

export interface CircuitOptions {
  readonly seed: number;
  readonly stations: number;
  /** Low-voltage buses per station. */
  readonly houses: number;
  readonly ties?: number;
  readonly charging?: boolean;
  readonly capacitors?: boolean;
  readonly loads?: boolean;
}

export type Phasor = readonly [re: number, im: number];

export type Draw = (low?: number, high?: number) => number;

export const MV = 20_000;
export const LV = 400;
export const ROOT3 = Math.sqrt(3);
export const turned = ([re, im]: Phasor, degrees: number, factor = 1): Phasor => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [factor * (re * c - im * s), factor * (re * s + im * c)];
};

/** Group, first phase of the high side's winding, low side's angle against the high side's phase voltages. */
const GROUPS = [
  { high: 'delta', rotation: 'lag', first: 0, degrees: -30 },
  { high: 'delta', rotation: 'lead', first: 0, degrees: 30 },
  { high: 'delta', rotation: 'lag', first: 1, degrees: -150 },
  { high: 'wye', rotation: 'lag', first: 0, degrees: 0 },
  { high: 'wye', rotation: 'lag', first: 1, degrees: -120 },
] as const;

/** Collects the rows of a random circuit, and its voltages without load by hand. */
export class Builder {
  readonly lines: CircuitLine[] = [];
  readonly transformers: CircuitTransformer[] = [];
  readonly loads: CircuitLoad[] = [];
  readonly capacitors: CircuitCapacitor[] = [];
  readonly flat = new Map<string, readonly Phasor[]>();
  readonly phasesOf = new Map<string, readonly number[]>();
  readonly baseOf = new Map<string, number>();
  readonly tieIds: string[] = [];

  constructor(
    readonly options: CircuitOptions,
    readonly draw: Draw,
  ) {}

  bus(id: string, lineV: number, phases: readonly number[], flat: readonly Phasor[]): void {
    this.flat.set(id, flat);
    this.phasesOf.set(id, phases);
    this.baseOf.set(id, lineV / ROOT3);
  }

  /** Full matrices, no two phases alike. */
  line(id: string, from: string, to: string, nodes: readonly number[], lengthM: number): void {
    const { draw } = this;
    const matrix = (self: number, mutual: number): Matrix => {
      const n = nodes.length;
      const out = new Array<number>(n * n).fill(0);
      for (let i = 0; i < n; i++) {
        for (let j = i; j < n; j++) {
          const value = (i === j ? self : mutual) * draw(0.8, 1.2) * (lengthM / 1000);
          out[n * i + j] = out[n * j + i] = value;
        }
      }
      return out;
    };
    this.lines.push({
      id,
      from: { busId: from, nodes },
      to: { busId: to, nodes },
      lengthM,
      rOhm: matrix(0.35, 0.06),
      xOhm: matrix(0.4, 0.15),
      bS: this.options.charging === true ? matrix(9e-5, -1e-5) : matrix(0, 0).map(() => 0),
      ratedCurrentA: draw(100, 300),
      emergencyCurrentA: 400,
      isSwitch: false,
      open: false,
      enabled: true,
    });
  }

  winding(busId: string, nodes: readonly number[], lineV: number, ratedSVa: number): TransformerWinding {
    return {
      terminal: { busId, nodes },
      connection: 'wye',
      ratedVoltageV: lineV,
      ratedSVa,
      rPercent: this.draw(0.3, 0.8),
      tapPu: 1,
      tapMinPu: 0.9,
      tapMaxPu: 1.1,
      tapSteps: 32,
      neutralROhm: -1,
      neutralXOhm: 0,
    };
  }

  transformer(id: string, phases: number, windings: readonly TransformerWinding[], ratedSVa: number): void {
    this.transformers.push({
      id,
      phases,
      windings,
      shortCircuitXPercent: [this.draw(3, 6)],
      noLoadLossPercent: 0,
      magnetisingPercent: 0,
      magnetisingPlace: 0,
      deltaRotation: 'lag',
      antifloatPpm: 0,
      normalRatingVa: ratedSVa,
      emergencyRatingVa: 1.5 * ratedSVa,
      ratingBase: 'rated power',
      bank: '',
      enabled: true,
    });
  }

  station(id: string, mvBus: string): string {
    const group = GROUPS[Math.floor(this.draw(0, GROUPS.length))]!;
    const lvBus = `${id} lv`;
    const ratedSVa = 400_000;
    const tapPu = 1 + 0.025 * Math.floor(this.draw(-2, 3));
    const order = [0, 1, 2].map((k) => ((group.first + k) % 3) + 1);
    const high = this.winding(mvBus, group.high === 'wye' ? [...order, 0] : order, MV, ratedSVa);
    const low = this.winding(lvBus, [1, 2, 3, 0], LV, ratedSVa);
    this.transformer(id, 3, [{ ...high, connection: group.high, tapPu }, low], ratedSVa);
    const last = this.transformers.length - 1;
    this.transformers[last] = { ...this.transformers[last]!, deltaRotation: group.rotation };
    const ahead = this.flat.get(mvBus)!;
    const flat = [0, 1, 2].map((f): Phasor => {
      if (id === 't0') return turned(ahead[f]!, group.degrees, LV / MV / tapPu);
      // Behind a regulator phases are unequal: coil by coil.
      const own = (group.first + f) % 3;
      if (group.high === 'wye') return turned(ahead[own]!, 0, LV / MV / tapPu);
      const other = group.rotation === 'lag' ? (own + 2) % 3 : (own + 1) % 3;
      const [a, b] = [ahead[own]!, ahead[other]!];
      return turned([a[0] - b[0], a[1] - b[1]], 0, LV / ROOT3 / MV / tapPu);
    });
    this.bus(lvBus, LV, [1, 2, 3], flat);
    return lvBus;
  }

  regulator(from: string, to: string): void {
    const flat = [1, 2, 3].map((phase): Phasor => {
      const tapPu = 1 + 0.00625 * Math.floor(this.draw(-8, 9));
      const windings = [from, to].map((bus) => this.winding(bus, [phase, 0], MV / ROOT3, 2e6));
      this.transformer(`reg${phase}`, 1, [windings[0]!, { ...windings[1]!, tapPu }], 2e6);
      return turned(this.flat.get(from)![phase - 1]!, 0, tapPu);
    });
    this.bus(to, MV, [1, 2, 3], flat);
  }

  load(busId: string): void {
    const { draw } = this;
    const carried = this.phasesOf.get(busId)!;
    const lineV = this.baseOf.get(busId)! * ROOT3;
    const delta = carried.length > 1 && draw() < 0.4;
    const single = draw() < 0.5;
    const nodes = delta ? (carried.length === 3 && single ? carried.slice(0, 2) : carried) : [single ? carried[0]! : carried, 0].flat(); // prettier-ignore
    const phases = delta ? (nodes.length === 3 ? 3 : 1) : nodes.length - 1;
    const kinds: readonly LoadModel[] = [
      { kind: 'constantPower' },
      { kind: 'constantCurrent' },
      { kind: 'constantImpedance' },
      { kind: 'zip', p: [0.3, 0.3, 0.4], q: [0.5, 0.2, 0.3], cutOffPu: 0 },
    ];
    const limited = draw() < 0.5;
    this.loads.push({
      id: `load ${this.loads.length}`,
      terminal: { busId, nodes },
      phases,
      connection: delta ? 'delta' : 'wye',
      model: kinds[Math.floor(draw(0, kinds.length))]!,
      ratedVoltageV: !delta && phases === 1 ? lineV / ROOT3 : lineV,
      limits: limited ? { minPu: 0.95, maxPu: 1.05, lowPu: 0.5 } : { minPu: 0, maxPu: Infinity, lowPu: 0 },
      pW: phases * draw(-800, 2500),
      qVar: phases * draw(-200, 800),
      shapes: {},
      fixed: false,
      enabled: true,
    });
  }

  capacitor(busId: string, connection: 'wye' | 'delta'): void {
    this.capacitors.push({
      id: `capacitor ${this.capacitors.length}`,
      terminal: { busId, nodes: [1, 2, 3] },
      returnTerminal: { busId, nodes: [0, 0, 0] },
      phases: 3,
      connection,
      ratedVoltageV: this.baseOf.get(busId)! * ROOT3,
      steps: [{ qVar: this.draw(2000, 8000), rOhm: 0, xOhm: 0, closed: true }],
      enabled: true,
    });
  }
}
