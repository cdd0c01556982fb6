import type { EarthModel } from '../../../sim/powerflow/elements/earthReturn';
import { lineConstants, type LineConstants } from '../../../sim/powerflow/elements/lineConstants';
import type { LineConductor } from '../../../sim/powerflow/elements/lineGeometry';
import type { LineObject } from '../lineImpedance';
import { metresPer, type LengthUnit } from '../lineUnits';
import type { WireObject } from '../wires';
import type { Build, Subject } from './context';

interface Place {
  readonly wire: WireObject | undefined;
  readonly x: number;
  readonly h: number;
  readonly units: LengthUnit;
}

interface CrossSection {
  readonly key: string;
  readonly places: readonly Place[];
  readonly phases: number;
  readonly reduce: boolean;
  readonly rho: number;
  readonly earthModel: EarthModel;
}

/** Matrices of lines built from wires; many lines share one cross-section. */
export class Geometries {
  private readonly known = new Map<string, LineConstants | undefined>();

  constructor(private readonly build: Build) {}

  /** Undefined after an error, which is reported for the first line that has it. */
  of(subject: Subject, line: LineObject): LineConstants | undefined {
    const section = line.geometry === undefined ? ofSpacing(line) : ofGeometry(line);
    const known = this.known.get(section.key);
    if (known !== undefined || this.known.has(section.key)) return known;
    const made = this.make(subject, section);
    this.known.set(section.key, made);
    return made;
  }

  private make(subject: Subject, section: CrossSection): LineConstants | undefined {
    const missing = section.places.findIndex(({ wire }) => wire === undefined);
    if (missing >= 0 || section.places.length === 0) {
      this.build.error(subject, {
        code: 'dss-wires',
        message: `${subject.className}.${subject.object.id}: conductor ${missing + 1} of its cross-section has no wire or cable.`,
        remedy: 'Give wire data for every conductor.',
      });
      return undefined;
    }
    const { phases, reduce, rho: earthResistivityOhmM, earthModel } = section;
    const conductors = section.places.map(conductor);
    const { frequencyHz } = this.build;
    const made = lineConstants(
      { conductors, phases, reduce, frequencyHz, earthResistivityOhmM, earthModel },
      section.key,
    );
    if (made.ok) return made.value;
    for (const { code, where, field, value, message, remedy } of made.issues) {
      const what = `${section.key}${where === undefined ? '' : `, ${where}`}`;
      const shown = { ...(field && { property: field }), ...(value !== undefined && { value }) };
      this.build.error(subject, { code, ...shown, message: `${what}: ${message}`, remedy });
    }
    return undefined;
  }
}

function ofGeometry(line: LineObject): CrossSection {
  const geometry = line.geometry!;
  const { id, wires, x, h, units, phases, reduce, rho } = geometry;
  const places = Array.from({ length: geometry.conductors }, (_, i) => ({
    wire: wires[i],
    x: x[i]!,
    h: h[i]!,
    units: units[i] ?? geometry.lastUnit,
  }));
  const { earthModel } = line;
  return { key: `geometry ${id} ${earthModel}`, places, phases, reduce, rho, earthModel };
}

/** Conductors beyond the phases are neutrals, and reduced. */
function ofSpacing(line: LineObject): CrossSection {
  const spacing = line.spacing!;
  const places = Array.from({ length: spacing.conductors }, (_, i) => ({
    wire: line.wires[i],
    x: spacing.x[i] ?? 0,
    h: spacing.h[i] ?? 0,
    units: spacing.units,
  }));
  const names = line.wires.map((wire) => `${wire?.kind}.${wire?.id}`).join(' ');
  const { rho, earthModel } = line;
  const { phases } = spacing;
  const key = `spacing ${spacing.id} with ${names} rho ${rho} ${earthModel}`;
  return { key, places, phases, reduce: true, rho, earthModel };
}

function conductor({ wire, x, h, units }: Place): LineConductor {
  const cable = wire!;
  const perResistance = metresPer(cable.resistanceUnits);
  const perRadius = metresPer(cable.radiusUnits);
  const perGmr = metresPer(cable.gmrUnits);
  const placed = {
    xM: x * metresPer(units),
    yM: h * metresPer(units),
    data: {
      rDcOhmPerM: cable.rDc / perResistance,
      rAcOhmPerM: cable.rAc / perResistance,
      gmrM: cable.gmr * perGmr,
      radiusM: cable.radius * perRadius,
      capacitanceRadiusM: cable.capacitanceRadius * perRadius,
    },
  };
  if (cable.kind === 'wire') return { kind: 'wire', ...placed };
  const insulated = {
    ...placed,
    relativePermittivity: cable.permittivity,
    insulationThicknessM: cable.insulationThickness * perRadius,
    insulationDiameterM: cable.insulationDiameter * perRadius,
    cableDiameterM: cable.cableDiameter * perRadius,
  };
  if (cable.kind === 'tapeShield') {
    return {
      kind: 'tapeShield',
      ...insulated,
      shieldDiameterM: cable.shieldDiameter * perRadius,
      tapeThicknessM: cable.tapeThickness * perRadius,
      tapeLapPercent: cable.tapeLapPercent,
    };
  }
  return {
    kind: 'concentricNeutral',
    ...insulated,
    strandCount: cable.strands,
    strandDiameterM: cable.strandDiameter * perRadius,
    strandGmrM: cable.strandGmr * perGmr,
    strandROhmPerM: cable.strandR / perResistance,
    semiconductingLayer: cable.semiconductingLayer,
  };
}
