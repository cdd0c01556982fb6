import type { Circuit } from '../../model/circuit';
import { fail, settle, type Outcome } from '../../model/outcome';
import { emptyDraft, finishCircuit } from '../circuitDraft';
import { circuitIssues } from '../circuitFile/circuitIssues';
import { IssueLog } from '../issueLog';
import { readBuses } from './buses';
import { readImpedances } from './impedances';
import { readLines } from './lines';
import { readLoads } from './loads';
import { DEFAULT_OPTIONS, type PandapowerOptions, Reading } from './reading';
import { readShunts } from './shunts';
import { readSources } from './sources';
import { readSwitches } from './switches';
import { readNet } from './tables';
import { readThreeWindingTransformers } from './threeWinding';
import { readTransformers } from './transformers';
import { refuseUnsupported } from './unsupported';

/**
 * A network as pandapower saves it (`pandapower.to_json`, versions 2 and 3). Balanced networks become three equal
 * phases; README.md beside this file says what each table becomes. With any error there is no circuit.
 */
export function readPandapower(
  text: string,
  name: string,
  options: Partial<PandapowerOptions> = {},
): Outcome<Circuit> {
  const log = new IssueLog(name);
  const net = readNet(text, log);
  if (!net) return fail(log.issues());
  if (!/^[2-9]/.test(net.version)) {
    log.error({
      code: 'pandapower-version',
      field: 'version',
      value: net.version === '' ? 'missing' : net.version,
      message: 'Only nets of pandapower 2 and later are read; earlier ones have other units and signs.',
      remedy: 'Open the net with a current pandapower, which converts it, and save it again.',
    });
    return fail(log.issues());
  }
  const reading = new Reading(
    net,
    emptyDraft(name, net.frequencyHz),
    { ...DEFAULT_OPTIONS, ...options },
    log,
  );
  refuseUnsupported(reading);
  readBuses(reading);
  const cuts = readSwitches(reading);
  readLines(reading, cuts);
  readImpedances(reading);
  readTransformers(reading, cuts);
  readThreeWindingTransformers(reading, cuts);
  readLoads(reading);
  readShunts(reading);
  // Last: a stiff source is measured against all power in the net.
  readSources(reading);
  noteAssumptions(reading);
  if (log.hasErrors) return fail(log.issues());
  const circuit = finishCircuit(reading.draft);
  return settle(circuit, [...log.issues(), ...circuitIssues(circuit, name)]);
}

function noteAssumptions(reading: Reading): void {
  const { log } = reading;
  const without = reading.counts('no zero sequence');
  if (without > 0) {
    log.note({
      code: 'pandapower-zero-sequence',
      where: 'line',
      value: String(without),
      message: `${without} lines have no zero-sequence values; they are taken as equal to the positive sequence. Balanced results are not touched by this, unbalanced ones are.`,
      remedy: 'Give r0_ohm_per_km, x0_ohm_per_km and c0_nf_per_km for unbalanced studies.',
    });
  }
  const guessed = reading.counts('no vector group');
  if (guessed > 0) {
    log.note({
      code: 'pandapower-vector-group',
      where: 'trafo',
      value: String(guessed),
      message: `${guessed} transformers have no vector_group; odd multiples of 30 degrees are taken as Dyn, even ones as YNyn.`,
      remedy: 'Give vector_group for unbalanced studies.',
    });
  }
}
