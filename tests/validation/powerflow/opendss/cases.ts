import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diskFiles } from '../../../../src/cli/diskFiles';
import { readOpenDss } from '../../../../src/io/opendss';
import type { Circuit } from '../../../../src/model/circuit';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';

/** case.json of a folder; paths lie in ../shared/data/feeders. */
export interface FeederCase {
  readonly title: string;
  readonly circuit: string;
  /** OpenDSS commands carried out after the circuit was read. */
  readonly script?: string;
  readonly controls: 'static' | 'off';
  readonly forcedTaps?: Readonly<Record<string, number>>;
  readonly expectedTaps?: Readonly<Record<string, number>>;
  readonly loadLimits?: readonly [number, number];
  readonly step?: number;
  readonly stepS?: number;
  readonly expected: string;
  readonly published?: string;
  readonly lossW?: number;
  readonly lossVar?: number;
  readonly tolerance: { readonly voltagePu: number; readonly angleDeg: number; readonly lossShare: number };
}

export const FEEDERS = fileURLToPath(new URL('../../../../../shared/data/feeders', import.meta.url));
export const HAVE_FEEDERS = existsSync(FEEDERS);

const HERE = fileURLToPath(new URL('.', import.meta.url));

export const cases: readonly { name: string; item: FeederCase }[] = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    item: JSON.parse(readFileSync(`${HERE}${name}/case.json`, 'utf8')) as FeederCase,
  }));

/** The circuit of a case, its own commands run at the end of the main file. */
export function readCase(item: FeederCase): Circuit {
  const slash = item.circuit.lastIndexOf('/');
  const folder = `${FEEDERS}/${item.circuit.slice(0, slash)}`;
  const main = item.circuit.slice(slash + 1);
  const disk = diskFiles(folder);
  const files = {
    read: (path: string) =>
      path === 'case.dss' ? `Redirect "${main}"\n${item.script ?? ''}\n` : disk.read(path),
  };
  const outcome = readOpenDss('case.dss', files);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return adapted(outcome.value.circuit, item);
}

function adapted(circuit: Circuit, item: FeederCase): Circuit {
  const [minPu, maxPu] = item.loadLimits ?? [undefined, undefined];
  return {
    ...circuit,
    loads: circuit.loads.map((load) =>
      minPu === undefined ? load : { ...load, limits: { ...load.limits, minPu, maxPu: maxPu! } },
    ),
    transformers: circuit.transformers.map((transformer) => {
      const tapPu = item.forcedTaps?.[transformer.id];
      if (tapPu === undefined) return transformer;
      const windings = transformer.windings.map((winding, row) =>
        row === 1 ? { ...winding, tapPu } : winding,
      );
      return { ...transformer, windings };
    }),
  };
}

export function solveCase(item: FeederCase): SolvedCircuit {
  const moment =
    item.step === undefined ? undefined : ({ kind: 'yearly', step: item.step, stepS: item.stepS! } as const);
  const outcome = solveCircuit(readCase(item), {
    controls: item.controls,
    ...(moment === undefined ? {} : { moment }),
  });
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}
