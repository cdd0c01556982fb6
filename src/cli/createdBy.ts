import { PROGRAM_VERSION } from '../engine/version';
import type { ResultsManifest } from '../model/manifest';

/** Who wrote a manifest: this program, its version, and what ran it. */
export function createdBy(): ResultsManifest['createdBy'] {
  return { program: 'gridtwin', version: PROGRAM_VERSION, runtime: `Node ${process.version}` };
}
