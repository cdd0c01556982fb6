import type { Circuit } from '../../model/circuit';
import { fail, succeed, type Outcome } from '../../model/outcome';
import { circuitIssues } from '../circuitFile/circuitIssues';
import { withBusBases } from './busBases';
import { dataFrame, LAYOUTS, type WrittenTable } from './dataFrame';
import { writeLines, writeSources } from './writeBranches';
import { writePowers } from './writePowers';
import { writeTransformers } from './writeTransformers';
import { Writing } from './writing';

/** Read by pandapower 3.0 and later. */
const VERSION = '3.0.0';

/**
 * The circuit as a net that `pandapower.from_json` opens: three-phase buses, lines, two-winding transformers, balanced
 * and single-phase powers, shunts. What its tables cannot hold is refused by name; what they hold only roughly, and
 * controls and shapes, are warnings.
 */
export function writePandapower(circuit: Circuit): Outcome<string> {
  const broken = circuitIssues(circuit, circuit.name);
  if (broken.some((issue) => issue.severity === 'error')) return fail(broken);
  const writing = new Writing(withBusBases(circuit));
  writeLines(writing);
  writeSources(writing);
  writeTransformers(writing);
  writePowers(writing);
  const kinds = ['regulatorControls', 'capacitorControls', 'inverterControls', 'shapes'] as const;
  for (const kind of kinds) {
    if (circuit[kind].length > 0) {
      writing.leaveOut(
        kind,
        `${circuit[kind].length} are not written`,
        'Taps, steps and powers stand as they are now.',
      );
    }
  }
  if (writing.log.hasErrors) return fail(writing.log.issues());
  const tables = Object.entries(LAYOUTS).map(([name, layout]) => {
    return [name, dataFrame(layout, writing.rows[name as WrittenTable])] as const;
  });
  const net = {
    _module: 'pandapower.auxiliary',
    _class: 'pandapowerNet',
    _object: {
      ...Object.fromEntries(tables),
      version: VERSION,
      format_version: VERSION,
      name: circuit.name,
      f_hz: circuit.baseFrequencyHz,
      sn_mva: 1,
    },
  };
  return succeed(`${JSON.stringify(net, null, 1)}\n`, writing.log.issues());
}
