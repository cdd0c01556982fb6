import { dirname } from 'node:path';
import { readCircuitFile } from '../io/circuitFile';
import { formatTopologyReport, readNetworkTables } from '../io/networkTables';
import { readOpenDss } from '../io/opendss';
import { readPandapower } from '../io/pandapower';
import type { Circuit } from '../model/circuit';
import { diskFiles } from './diskFiles';
import { required, usageFailure } from './exit';
import { fileName, readText, readTexts } from './files';

/** Reads a circuit: an OpenDSS script with what it includes, a pandapower network, or our own circuit file. */
export function loadCircuit(path: string): Circuit {
  if (/\.dss$/i.test(path)) {
    readText(path);
    return required(readOpenDss(fileName(path), diskFiles(dirname(path)))).circuit;
  }
  if (!/\.json$/i.test(path)) {
    throw usageFailure(
      `${path} is no circuit file known here.`,
      'Give an OpenDSS script (.dss) or a .json file.',
    );
  }
  const text = readText(path);
  const isPandapower = /"_class"\s*:\s*"pandapowerNet"/.test(text);
  return required(
    isPandapower ? readPandapower(text, fileName(path)) : readCircuitFile(text, fileName(path)),
  );
}

/** Reads tables and drawings of a network, with the report of what was mended as text. */
export function loadTables(paths: readonly string[]): { circuit: Circuit; report: string } {
  const texts = readTexts(paths);
  const files = paths.map((path, at) => ({ name: fileName(path), text: texts[at]! }));
  const { circuit, report } = required(readNetworkTables(files));
  return { circuit, report: formatTopologyReport(report) };
}
