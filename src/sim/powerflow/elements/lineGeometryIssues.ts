import type { Issue } from '../../../model/outcome';
import { distanceM, type LineConductor, type LineGeometry } from './lineGeometry';

/** Everything that makes the matrices of a cross-section meaningless, all at once. */
export function checkLineGeometry(line: LineGeometry, source: string): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (field, value, message, remedy, where) => {
    const shown = { field, value: String(value), message, remedy };
    issues.push({ severity: 'error', code: `line-${field}`, source, ...(where && { where }), ...shown });
  };
  checkCounts(line, report);
  line.conductors.forEach((conductor, i) => checkValues(conductor, `conductor ${i + 1}`, report));
  const buried = line.conductors.some((conductor) => conductor.kind !== 'wire');
  if (buried) checkScreens(line, report);
  else checkHeights(line, report);
  checkOverlaps(line, report);
  return issues;
}

type Report = (field: string, value: unknown, message: string, remedy: string, where?: string) => void;

function checkCounts(line: LineGeometry, report: Report): void {
  const n = line.conductors.length;
  if (!Number.isInteger(line.phases) || line.phases < 1 || line.phases > n) {
    report('phases', line.phases, `A line of ${n} conductors cannot have so many phases.`, `Give 1 to ${n}.`);
  }
  for (const field of ['frequencyHz', 'earthResistivityOhmM'] as const) {
    if (!positive(line[field]))
      report(field, line[field], 'Must be a positive number.', 'Give it in SI units.');
  }
}

function checkValues(conductor: LineConductor, where: string, report: Report): void {
  const { data } = conductor;
  const sizes: Record<string, number> = { ...data };
  if (conductor.kind !== 'wire') Object.assign(sizes, cableSizes(conductor));
  for (const [field, value] of Object.entries(sizes)) {
    if (positive(value)) continue;
    report(
      field,
      value,
      'The matrices need this as a positive number.',
      'Complete the conductor data.',
      where,
    );
  }
  for (const field of ['xM', 'yM'] as const) {
    if (Number.isFinite(conductor[field])) continue;
    report(field, conductor[field], 'A conductor has no place.', 'Give both coordinates.', where);
  }
}

function cableSizes(cable: Exclude<LineConductor, { kind: 'wire' }>): Record<string, number> {
  const { relativePermittivity, insulationThicknessM, insulationDiameterM } = cable;
  const coreDiameterM = insulationDiameterM - 2 * insulationThicknessM;
  const common = { relativePermittivity, insulationThicknessM, insulationDiameterM, coreDiameterM };
  if (cable.kind === 'tapeShield') {
    const { shieldDiameterM, tapeThicknessM, tapeLapPercent } = cable;
    return { ...common, shieldDiameterM, tapeThicknessM, tapeGapPercent: 100 - tapeLapPercent };
  }
  const { strandCount, strandDiameterM, strandGmrM, strandROhmPerM, cableDiameterM } = cable;
  return { ...common, strandCount, strandDiameterM, strandGmrM, strandROhmPerM, cableDiameterM };
}

function checkScreens(line: LineGeometry, report: Report): void {
  line.conductors.slice(0, line.phases).forEach(({ kind }, i) => {
    if (kind !== 'wire') return;
    const message = 'A bare phase beside screened cables has no capacitance of its own.';
    report('conductors', kind, message, 'Give every phase cable data, or none.', `conductor ${i + 1}`);
  });
}

function checkHeights(line: LineGeometry, report: Report): void {
  const { equivalentSpacing: equivalent } = line;
  const heights = equivalent
    ? [equivalent.phaseHeightM, equivalent.neutralHeightM]
    : line.conductors.map(({ yM }) => yM);
  heights.forEach((height, i) => {
    if (height > 0 || Number.isNaN(height)) return;
    report(
      'height',
      height,
      'A bare wire must hang above the ground.',
      'Give a height above 0.',
      `conductor ${i + 1}`,
    );
  });
}

function checkOverlaps(line: LineGeometry, report: Report): void {
  line.conductors.forEach((_, i) => {
    for (let j = 0; j < i; j++) {
      const apart = distanceM(line, i, j);
      if (!(apart < radiusM(line, i) + radiusM(line, j))) continue;
      const message = 'Two conductors stand in the same place.';
      report(
        'distance',
        apart,
        message,
        'Check coordinates, radii and their units.',
        `conductors ${j + 1}, ${i + 1}`,
      );
    }
  });
}

/** As OpenDSS tests it: the core's radius for phases, the whole cable for a cable that serves as neutral. */
function radiusM(line: LineGeometry, i: number): number {
  const conductor = line.conductors[i]!;
  const whole = i >= line.phases && conductor.kind !== 'wire';
  return whole ? 0.5 * conductor.cableDiameterM : conductor.data.radiusM;
}

function positive(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}
