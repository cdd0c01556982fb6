import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Circuit, CircuitLine, VoltageSource } from '../../../../src/model/circuit';
import { FOLDER as CIRCUITS, readCircuit, solved, withTaps } from '../circuits/circuitCases';

/** A published value that is missed; deviations are the larger of real and imaginary part, V. */
export interface Miss {
  readonly object: string;
  readonly target: string;
  readonly oursV: number;
  /** Of OpenDSS's own solution, where there is one. */
  readonly openDssV?: number;
  readonly cause: string;
}

export interface PublishedRun {
  readonly title: string;
  readonly taps?: Readonly<Record<string, number>>;
  /** Case in circuits/ whose expected.csv is OpenDSS's solution of this run. */
  readonly openDss?: string;
  /** The circuit behind this bus only, its phases held at these voltages (re, im). */
  readonly source?: { readonly busId: string; readonly voltagesV: readonly (readonly [number, number])[] };
  readonly without?: readonly string[];
  readonly lineLengthsM?: Readonly<Record<string, number>>;
  readonly movedLoads?: readonly {
    readonly loadIds: readonly string[];
    readonly share: number;
    readonly toBusId: string;
  }[];
  readonly misses: readonly Miss[];
}

export interface PublishedCase {
  readonly title: string;
  readonly circuit: string;
  readonly origin: string;
  readonly runs: readonly PublishedRun[];
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

export const publishedCases: readonly { name: string; item: PublishedCase }[] = readdirSync(FOLDER, {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    item: JSON.parse(readFileSync(`${FOLDER}${name}/case.json`, 'utf8')) as PublishedCase,
  }));

type Phasor = readonly [re: number, im: number];

export interface Checked {
  readonly object: string;
  readonly target: string;
  readonly withinV: number;
  readonly oursV: number;
  /** NaN without a solution of OpenDSS's. */
  readonly openDssV: number;
}

/** Every published value of a case against one run of ours and, if there is one, of OpenDSS's. */
export function checkPublished(name: string, item: PublishedCase, run: PublishedRun): Checked[] {
  const { compiled, solution } = solved(changed(readCircuit(item.circuit, {}), run), 'off');
  if (solution.status !== 'converged') throw new Error(solution.status);
  const ours = (busId: string, phase: number): Phasor => {
    const row = compiled.nodes.nodeOf(busId, phase);
    return [solution.voltageRe[row]!, solution.voltageIm[row]!];
  };
  const theirs = openDssVoltages(run.openDss);
  const rows = readFileSync(`${FOLDER}${name}/published.csv`, 'utf8').trim().split('\n').slice(2);
  return rows.map((row) => {
    const [object, target, magnitude, degree, within] = row.split(',');
    const angle = (Number(degree) * Math.PI) / 180;
    const expected: Phasor = [Number(magnitude) * Math.cos(angle), Number(magnitude) * Math.sin(angle)];
    const busId = /\d+$/.exec(object!)![0];
    const phases = [...target!.slice('voltage_'.length)].map((letter) => 'ABC'.indexOf(letter) + 1);
    const off = (of: (bus: string, phase: number) => Phasor): number => {
      const [first, second = [0, 0]] = phases.map((phase) => of(busId, phase));
      const [re, im] = [first![0] - second[0]! - expected[0], first![1] - second[1]! - expected[1]];
      return Math.max(Math.abs(re), Math.abs(im));
    };
    return {
      object: object!,
      target: target!,
      withinV: Number(within),
      oursV: off(ours),
      openDssV: off(theirs),
    };
  });
}

function openDssVoltages(name: string | undefined): (bus: string, phase: number) => Phasor {
  if (name === undefined) return () => [NaN, NaN];
  const rows = readFileSync(`${CIRCUITS}${name}/expected.csv`, 'utf8').trim().split('\n').slice(1);
  const byNode = new Map(
    rows.map((row): [string, Phasor] => {
      const [node, volt, degree] = row.split(',');
      const angle = (Number(degree) * Math.PI) / 180;
      return [node!, [Number(volt) * Math.cos(angle), Number(volt) * Math.sin(angle)]];
    }),
  );
  return (bus, phase) => byNode.get(`${bus}.${phase}`)!;
}

function changed(circuit: Circuit, run: PublishedRun): Circuit {
  const without = new Set(run.without);
  const tapped = withTaps(circuit, run.taps);
  return {
    ...tapped,
    sources: run.source === undefined ? tapped.sources : heldPhases(run.source),
    transformers: tapped.transformers.filter(({ id }) => !without.has(id)),
    lines: tapped.lines
      .filter(({ id }) => !without.has(id))
      .map((line) => ofLength(line, run.lineLengthsM?.[line.id] ?? line.lengthM)),
    loads: tapped.loads.flatMap((load) => {
      const moved = run.movedLoads?.find(({ loadIds }) => loadIds.includes(load.id));
      if (moved === undefined) return [load];
      const part = (share: number): { pW: number; qVar: number } => {
        return { pW: load.pW * share, qVar: load.qVar * share };
      };
      const terminal = { ...load.terminal, busId: moved.toBusId };
      return [
        { ...load, ...part(1 - moved.share) },
        { ...load, ...part(moved.share), id: `${load.id} moved`, terminal },
      ];
    }),
  };
}

function ofLength(line: CircuitLine, lengthM: number): CircuitLine {
  const scaled = (values: readonly number[]): number[] =>
    values.map((value) => (value * lengthM) / line.lengthM);
  return { ...line, lengthM, rOhm: scaled(line.rOhm), xOhm: scaled(line.xOhm), bS: scaled(line.bS) };
}

function heldPhases({ busId, voltagesV }: NonNullable<PublishedRun['source']>): VoltageSource[] {
  return voltagesV.map(([re, im], phase) => ({
    id: `phase ${phase + 1}`,
    terminal: { busId, nodes: [phase + 1] },
    returnTerminal: { busId, nodes: [0] },
    voltageV: Math.hypot(re, im),
    angleDeg: (Math.atan2(im, re) * 180) / Math.PI,
    rOhm: [1e-9],
    xOhm: [1e-9],
    enabled: true,
  }));
}
