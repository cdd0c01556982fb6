import type { CompiledFlow } from '../flow';
import type { Arena } from './arena';
import * as header from './header';
import type { OutputViews } from './outputs';
import type { BranchTable } from './types';

/** Branch data in the kernel's layout (header, BRANCH_DATA); the currents without load are reckoned here once. */
export function packBranches(
  flow: CompiledFlow,
  branches: BranchTable | undefined,
  positionOfBlock: Int32Array,
  arena: Arena,
): void {
  const count = branches?.count ?? 0;
  arena.set(header.BRANCH_COUNT, count);
  const words = new Int32Array(header.BRANCH_WORDS * count);
  const data = new Float64Array(header.BRANCH_NUMBERS * count);
  const currents = new Float64Array(12);
  const earth = 3 * positionOfBlock.length;
  const reference = (block: number): number => {
    const slot = flow.referred.reference[block]!;
    return slot < 0 ? earth : 3 * positionOfBlock[block]! + slot;
  };
  for (let branch = 0; branch < count; branch++) {
    const { from, to } = { from: branches!.from[branch]!, to: branches!.to[branch]! };
    const at = header.BRANCH_NUMBERS * branch;
    const kind = packBlocks(branches!, branch, data, at);
    words.set(
      [3 * positionOfBlock[from]!, 3 * positionOfBlock[to]!, reference(from), reference(to), kind],
      header.BRANCH_WORDS * branch,
    );
    endCurrents(branches!, branch, flow.noLoadVoltage, currents);
    [from, to].forEach((block, end) => {
      data.set(currents.subarray(6 * end, 6 * end + 6), at + 54 + 12 * end);
      data.set(flow.noLoadVoltage.subarray(6 * block, 6 * block + 6), at + 60 + 12 * end);
    });
  }
  arena.fill(header.BRANCHES, words);
  arena.fill(header.BRANCH_DATA, data);
}

/** y_ft, y_ff + y_ft, y_tt + y_ft'; returns the kind of the branch (header). */
function packBlocks(branches: BranchTable, branch: number, data: Float64Array, at: number): number {
  let series = true;
  let line = true;
  for (let entry = 0; entry < 18; entry++) {
    const row = Math.floor(entry / 6);
    const column = Math.floor((entry % 6) / 2);
    const transposed = 6 * column + 2 * row + (entry % 2);
    const ft = branches.yFT[18 * branch + entry]!;
    const tf = branches.yFT[18 * branch + transposed]!;
    data[at + entry] = ft;
    data[at + 18 + entry] = branches.yFF[18 * branch + entry]! + ft;
    data[at + 36 + entry] = branches.yTT[18 * branch + entry]! + tf;
    const shunted = data[at + 18 + entry] !== 0 || data[at + 36 + entry] !== 0;
    if (ft !== tf || shunted) series = false;
    // Even entries are conductances.
    if (ft !== tf || (shunted && entry % 2 === 0)) line = false;
  }
  return series ? header.SERIES : line ? header.LINE : header.COUPLED;
}

/** [from, to][3][re, im] at voltages [block][3][re, im]: y_ft (V_t - V_f) + (y_ff + y_ft) V_f and likewise at the to end. */
function endCurrents(
  branches: BranchTable,
  branch: number,
  voltage: Float64Array,
  currents: Float64Array,
): void {
  currents.fill(0);
  const from = 6 * branches.from[branch]!;
  const to = 6 * branches.to[branch]!;
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const entry = 18 * branch + 6 * row + 2 * column;
      const transposed = 18 * branch + 6 * column + 2 * row;
      const [f, t] = [from + 2 * column, to + 2 * column];
      const dRe = voltage[t]! - voltage[f]!;
      const dIm = voltage[t + 1]! - voltage[f + 1]!;
      const { yFF, yFT, yTT } = branches;
      add(currents, 2 * row, yFT[entry]!, yFT[entry + 1]!, dRe, dIm);
      add(
        currents,
        2 * row,
        yFF[entry]! + yFT[entry]!,
        yFF[entry + 1]! + yFT[entry + 1]!,
        voltage[f]!,
        voltage[f + 1]!,
      );
      add(currents, 6 + 2 * row, yFT[transposed]!, yFT[transposed + 1]!, -dRe, -dIm);
      add(
        currents,
        6 + 2 * row,
        yTT[entry]! + yFT[transposed]!,
        yTT[entry + 1]! + yFT[transposed + 1]!,
        voltage[t]!,
        voltage[t + 1]!,
      );
    }
  }
}

function add(target: Float64Array, at: number, re: number, im: number, x: number, y: number): void {
  target[at] = target[at]! + re * x - im * y;
  target[at + 1] = target[at + 1]! + re * y + im * x;
}

const ends = new Float64Array(12);

/** One step's branch results from its voltages [block][3][re, im], as the kernel writes them. */
export function writeBranches(
  branches: BranchTable,
  voltage: Float64Array,
  solved: boolean,
  step: number,
  views: OutputViews,
): void {
  let losses = 0;
  const fields = new Float64Array(header.BRANCH_FIELDS);
  for (let branch = 0; branch < branches.count; branch++) {
    endCurrents(branches, branch, voltage, ends);
    const [f, t] = [6 * branches.from[branch]!, 6 * branches.to[branch]!];
    fields.fill(0);
    for (let row = 0; row < 6; row += 2) {
      const [fr, fi, tr, ti] = [ends[row]!, ends[row + 1]!, ends[6 + row]!, ends[7 + row]!];
      const [vfr, vfi] = [voltage[f + row]!, voltage[f + row + 1]!];
      const [vtr, vti] = [voltage[t + row]!, voltage[t + row + 1]!];
      fields[0]! += vfr * fr + vfi * fi;
      fields[1]! += vfi * fr - vfr * fi;
      fields[2]! += (vfr - vtr) * fr + (vfi - vti) * fi + vtr * (fr + tr) + vti * (fi + ti);
      fields[3 + row / 2] = Math.sqrt(fr * fr + fi * fi);
      fields[6 + row / 2] = Math.sqrt(tr * tr + ti * ti);
    }
    losses += fields[2]!;
    if (views.branchFields === header.LARGEST_FIELDS) fields[3] = Math.max(...fields.subarray(3));
    for (let field = 0; field < views.branchFields; field++) {
      const row = views.branchFields * branch + field;
      views.branches[row * views.branchPitch + step] = solved ? fields[field]! : NaN;
    }
  }
  views.lossesW[step] = solved ? losses : NaN;
}
