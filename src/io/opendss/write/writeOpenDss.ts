import type { Circuit } from '../../../model/circuit';
import type { Issue } from '../../../model/outcome';
import { TWO_PI } from '../lineCode';
import { writeCapacitor, writeLine, writeReactor, writeSources, writeTransformer } from './branches';
import { writeCapacitorControl, writeCurve, writeInverterControl, writeRegulator } from './controls';
import { writeGenerator, writeLoad, writeShape } from './injections';
import { list, Writer } from './writer';

/**
 * A circuit as one OpenDSS script, which reads back as the same circuit within rounding. Errors name what OpenDSS cannot
 * say; names that it cannot read are changed, with a warning.
 */
export function writeOpenDss(circuit: Circuit): { text: string; issues: readonly Issue[] } {
  const writer = new Writer(circuit.name);
  const omega = TWO_PI * circuit.baseFrequencyHz;
  writer.line('Clear');
  writer.line(`Set DefaultBaseFrequency=${circuit.baseFrequencyHz}`);
  writeSources(writer, circuit);
  for (const shape of circuit.shapes) writeShape(writer, shape);
  for (const curve of circuit.curves) writeCurve(writer, curve);
  for (const line of circuit.lines) writeLine(writer, line, omega);
  for (const transformer of circuit.transformers) writeTransformer(writer, transformer);
  for (const capacitor of circuit.capacitors) writeCapacitor(writer, capacitor, omega);
  for (const reactor of circuit.reactors) writeReactor(writer, reactor);
  for (const load of circuit.loads) writeLoad(writer, load);
  const actual = new Set(circuit.shapes.filter((shape) => shape.actual).map(({ id }) => id));
  for (const generator of circuit.generators) writeGenerator(writer, generator, actual);
  for (const control of circuit.regulatorControls) writeRegulator(writer, control);
  for (const control of circuit.capacitorControls) writeCapacitorControl(writer, control);
  const generators = new Map(circuit.generators.map((generator) => [generator.id, generator]));
  for (const control of circuit.inverterControls) writeInverterControl(writer, control, generators);
  for (const { id, open } of circuit.lines) if (open) writer.line(`Open Line.${writer.name('line', id)} 1`);
  writeStudy(writer, circuit);
  writeBuses(writer, circuit);
  writer.line('Solve');
  return { text: writer.text, issues: writer.issues };
}

function writeStudy(writer: Writer, { study, voltageBasesV }: Circuit): void {
  const mode = study.mode === 'duty' ? 'dutycycle' : study.mode;
  writer.line(
    `Set mode=${mode} stepsize=${study.stepS}s loadmult=${study.loadMultiplier} tolerance=${study.tolerance}`,
    `controlmode=${study.controls} maxcontroliter=${study.maxControlIterations}`,
  );
  if (voltageBasesV.length > 0) {
    writer.line(`Set voltagebases=${list(voltageBasesV.map((volts) => volts / 1000))}`);
    writer.line('CalcVoltageBases');
  } else {
    writer.line('MakeBusList');
  }
}

function writeBuses(writer: Writer, { buses }: Circuit): void {
  for (const { id, baseVoltageV, position } of buses) {
    const bus = writer.name('bus', id);
    if (baseVoltageV > 0) writer.line(`SetkVBase bus=${bus} kVLN=${baseVoltageV / 1000}`);
    if (position !== undefined) writer.line(`SetBusXY bus=${bus} x=${position[0]} y=${position[1]}`);
  }
}
