import { readOpenDss } from '../../../src/io/opendss';
import type { Circuit } from '../../../src/model/circuit';

/** A stiff source and 25 kVA to 120/240 V: windings 2 and 3 are the halves, their middle on earth. Bus h, then house. */
export const SERVICE = `Clear
New Circuit.split basekv=12.47 bus1=src isc3=1e7 isc1=1e7
New Transformer.t phases=1 windings=3 buses=(src.1, h.1.0, h.0.2) kvs=(7.2, 0.12, 0.12) kvas=(25, 25, 25) %rs=(0.6, 1.2, 1.2) xhl=2.04 xht=2.04 xlt=1.36
New Line.drop bus1=h.1.2 bus2=house.1.2 phases=2 r1=0.001 x1=0.001 r0=0.001 x0=0.001 c1=0 c0=0 length=1 normamps=100
New Load.oven bus1=h.1.2 phases=1 kv=0.24 kw=4 pf=1
New Load.light bus1=house.1 phases=1 kv=0.12 kw=1 pf=1
Set voltagebases=[12.47, 0.208]
Calcvoltagebases`;

export function service(text = SERVICE): Circuit {
  const outcome = readOpenDss('split.dss', { read: () => text });
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join());
  return outcome.value.circuit;
}
