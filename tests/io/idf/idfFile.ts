/** A small reader of EnergyPlus input files for the tests, and what the program's data dictionary says of the objects. */

export interface IdfObject {
  readonly className: string;
  readonly fields: readonly string[];
}

/** Comments end at the line's end, objects at semicolons, fields at commas. */
export function parseIdf(text: string): IdfObject[] {
  const body = text
    .split('\n')
    .map((line) => line.replace(/!.*$/, ''))
    .join('\n');
  const parts = body.split(';');
  const rest = parts.pop();
  if (rest === undefined || rest.trim() !== '') throw new Error(`An object does not end: ${String(rest)}`);
  return parts.map((part) => {
    const [className = '', ...fields] = part.split(',').map((field) => field.trim());
    return { className, fields };
  });
}

export const ofClass = (objects: readonly IdfObject[], className: string): readonly IdfObject[] =>
  objects.filter((object) => object.className === className);

export function named(objects: readonly IdfObject[], className: string, name: string): IdfObject {
  const found = ofClass(objects, className).filter((object) => object.fields[0] === name);
  if (found.length !== 1) throw new Error(`${found.length} objects ${className} "${name}"`);
  return found[0]!;
}

/**
 * Fields in their order, A = text, N = number, and the group that may repeat: Energy+.idd of EnergyPlus 24.2 (NREL/EnergyPlus;
 * its input rules name no change of these objects from 24.1), with the least number of fields where it gives one.
 */
export const DICTIONARY: Readonly<
  Record<string, { fields: string; repeat?: string; least?: number; unique?: true }>
> = {
  Version: { fields: 'A', least: 1, unique: true },
  SimulationControl: { fields: 'AAAAAAN', unique: true },
  Building: { fields: 'ANANNANN', least: 8, unique: true },
  Timestep: { fields: 'N', least: 1, unique: true },
  ShadowCalculation: { fields: 'AANNANAAAA', repeat: 'A', least: 2, unique: true },
  'SurfaceConvectionAlgorithm:Inside': { fields: 'A', least: 1, unique: true },
  'SurfaceConvectionAlgorithm:Outside': { fields: 'A', least: 1, unique: true },
  HeatBalanceAlgorithm: { fields: 'ANNN', unique: true },
  RunPeriod: { fields: 'ANNNNNNAAAAAAAA', least: 7 },
  'Site:Location': { fields: 'ANNNNA', least: 5, unique: true },
  'Site:HeightVariation': { fields: 'NNN', unique: true },
  'Site:GroundReflectance': { fields: 'NNNNNNNNNNNN', least: 12, unique: true },
  GlobalGeometryRules: { fields: 'AAAAA', least: 3, unique: true },
  ScheduleTypeLimits: { fields: 'ANNAA' },
  'Schedule:Compact': { fields: 'AA', repeat: 'A', least: 5 },
  Zone: { fields: 'ANNNNNNNNNAAA' },
  'ZoneCapacitanceMultiplier:ResearchSpecial': { fields: 'AANNNN', least: 6 },
  'ZoneInfiltration:DesignFlowRate': { fields: 'AAAANNNNNNNN' },
  'ZoneVentilation:DesignFlowRate': { fields: 'AAAANNNNANNNNNNNANANANANAN', least: 15 },
  ZoneMixing: { fields: 'AAAANNNNANAAAAAAA', least: 9 },
  OtherEquipment: { fields: 'AAAAANNNNNNNA', least: 11 },
  Material: { fields: 'AANNNNNNN', least: 6 },
  'Material:NoMass': { fields: 'AANNNN', least: 3 },
  'WindowMaterial:SimpleGlazingSystem': { fields: 'ANNN', least: 3 },
  'WindowMaterial:Glazing': { fields: 'AAANNNNNNNNNNNNANNAAA', least: 14 },
  'WindowMaterial:Gas': { fields: 'AANNNNNNNNNNNN', least: 3 },
  Construction: { fields: 'AAAAAAAAAAA', least: 2 },
  'BuildingSurface:Detailed': { fields: 'AAAAAAAAANN', repeat: 'NNN', least: 20 },
  'FenestrationSurface:Detailed': { fields: 'AAAAANANNNNNNNNNNNNNN', least: 18 },
  'Shading:Zone:Detailed': { fields: 'AAAN', repeat: 'NNN', least: 13 },
  'SurfaceProperty:OtherSideCoefficients': { fields: 'ANNNNNNNAANNNN', least: 8 },
  'SurfaceProperty:ConvectionCoefficients': { fields: 'AAANAAAANAA' },
  'SurfaceProperty:SurroundingSurfaces': { fields: 'ANANA', repeat: 'ANA', least: 8 },
  'SurfaceProperty:LocalEnvironment': { fields: 'AAAAAA', least: 3 },
  'ZoneControl:Thermostat': { fields: 'AAAAAAAAAAAN', least: 5 },
  'ThermostatSetpoint:DualSetpoint': { fields: 'AAA' },
  'ZoneHVAC:EquipmentConnections': { fields: 'AAAAAAAA', least: 5 },
  'ZoneHVAC:EquipmentList': { fields: 'AA', repeat: 'AANNAA', least: 6 },
  'ZoneHVAC:IdealLoadsAirSystem': { fields: 'AAAAANNNNANNANNAAANAAAAAANNA', least: 27 },
  'Output:Variable': { fields: 'AAAA' },
  'Output:Meter': { fields: 'AA' },
  'Output:Table:SummaryReports': { fields: 'A', repeat: 'A' },
  'OutputControl:Table:Style': { fields: 'AA', unique: true },
};

export const REQUIRED = [
  ...['Version', 'SimulationControl', 'Building', 'Timestep', 'RunPeriod', 'GlobalGeometryRules', 'Zone'],
  ...['SurfaceConvectionAlgorithm:Inside', 'SurfaceConvectionAlgorithm:Outside', 'HeatBalanceAlgorithm'],
  ...['BuildingSurface:Detailed', 'Construction', 'Output:Variable', 'Output:Meter', 'ScheduleTypeLimits'],
] as const;

/** Fields that name another object: class, index of the field, classes of what is named. Blank is no reference. */
export const REFERENCES: readonly (readonly [string, number, readonly string[]])[] = [
  ['Schedule:Compact', 1, ['ScheduleTypeLimits']],
  ['ZoneCapacitanceMultiplier:ResearchSpecial', 1, ['Zone']],
  ['ZoneInfiltration:DesignFlowRate', 1, ['Zone']],
  ['ZoneInfiltration:DesignFlowRate', 2, ['Schedule:Compact']],
  ['ZoneVentilation:DesignFlowRate', 1, ['Zone']],
  ['ZoneVentilation:DesignFlowRate', 2, ['Schedule:Compact']],
  ['ZoneVentilation:DesignFlowRate', 16, ['Schedule:Compact']],
  ['ZoneMixing', 1, ['Zone']],
  ['ZoneMixing', 2, ['Schedule:Compact']],
  ['ZoneMixing', 8, ['Zone']],
  ['OtherEquipment', 2, ['Zone']],
  ['OtherEquipment', 3, ['Schedule:Compact']],
  ...Array.from(
    { length: 10 },
    (_, k) =>
      [
        'Construction',
        k + 1,
        [
          ...['Material', 'Material:NoMass', 'WindowMaterial:Glazing', 'WindowMaterial:Gas'],
          'WindowMaterial:SimpleGlazingSystem',
        ],
      ] as const,
  ),
  ['BuildingSurface:Detailed', 2, ['Construction']],
  ['BuildingSurface:Detailed', 3, ['Zone']],
  ['BuildingSurface:Detailed', 6, ['BuildingSurface:Detailed', 'SurfaceProperty:OtherSideCoefficients']],
  ['FenestrationSurface:Detailed', 2, ['Construction']],
  ['FenestrationSurface:Detailed', 3, ['BuildingSurface:Detailed']],
  ['Shading:Zone:Detailed', 1, ['BuildingSurface:Detailed']],
  ['SurfaceProperty:OtherSideCoefficients', 8, ['Schedule:Compact']],
  ['SurfaceProperty:ConvectionCoefficients', 0, ['BuildingSurface:Detailed', 'FenestrationSurface:Detailed']],
  ['SurfaceProperty:LocalEnvironment', 1, ['BuildingSurface:Detailed', 'FenestrationSurface:Detailed']],
  ['SurfaceProperty:LocalEnvironment', 3, ['SurfaceProperty:SurroundingSurfaces']],
  ['SurfaceProperty:SurroundingSurfaces', 7, ['Schedule:Compact']],
  ['ZoneControl:Thermostat', 1, ['Zone']],
  ['ZoneControl:Thermostat', 2, ['Schedule:Compact']],
  ['ZoneControl:Thermostat', 4, ['ThermostatSetpoint:DualSetpoint']],
  ['ThermostatSetpoint:DualSetpoint', 1, ['Schedule:Compact']],
  ['ThermostatSetpoint:DualSetpoint', 2, ['Schedule:Compact']],
  ['ZoneHVAC:EquipmentConnections', 0, ['Zone']],
  ['ZoneHVAC:EquipmentConnections', 1, ['ZoneHVAC:EquipmentList']],
  ['ZoneHVAC:EquipmentList', 3, ['ZoneHVAC:IdealLoadsAirSystem']],
];

/** Everything wrong with the form of a file: unknown objects, counts and kinds of fields, references, names, numbers. */
export function formErrors(objects: readonly IdfObject[]): string[] {
  const errors: string[] = [];
  for (const className of REQUIRED)
    if (ofClass(objects, className).length === 0) errors.push(`no ${className}`);
  for (const { className, fields } of objects) {
    const known = DICTIONARY[className];
    const what = `${className} "${fields[0] ?? ''}"`;
    if (!known) {
      errors.push(`${what} is unknown`);
      continue;
    }
    if (known.unique && ofClass(objects, className).length > 1) errors.push(`${what} occurs twice`);
    if (fields.length < (known.least ?? 1)) errors.push(`${what} has ${fields.length} fields`);
    fields.forEach((field, index) => {
      const over = index - known.fields.length;
      const kind = known.fields[index] ?? known.repeat?.[over % known.repeat.length];
      if (kind === undefined) errors.push(`${what} has field ${index + 1}`);
      const blank = field === '' || field === 'autocalculate';
      if (kind === 'N' && !blank && !(Number.isFinite(Number(field)) && /^[-+.\deE]+$/.test(field)))
        errors.push(`${what} field ${index + 1} is "${field}"`);
    });
  }
  return [...errors, ...referenceErrors(objects), ...nameErrors(objects)];
}

function referenceErrors(objects: readonly IdfObject[]): string[] {
  return REFERENCES.flatMap(([className, index, targets]) => {
    const names = new Set(
      targets.flatMap((target) => ofClass(objects, target).map(({ fields }) => fields[0])),
    );
    return ofClass(objects, className).flatMap(({ fields }) => {
      const value = fields[index] ?? '';
      return value === '' || names.has(value) ? [] : [`${className} "${fields[0]}" names "${value}"`];
    });
  });
}

/** Classes whose names share one list in EnergyPlus. */
const ONE_LIST: Readonly<Record<string, string>> = {
  'BuildingSurface:Detailed': 'surface',
  'FenestrationSurface:Detailed': 'surface',
  'Shading:Zone:Detailed': 'surface',
  Material: 'material',
  'Material:NoMass': 'material',
  'WindowMaterial:Glazing': 'material',
  'WindowMaterial:Gas': 'material',
  'WindowMaterial:SimpleGlazingSystem': 'material',
};
const NAMELESS =
  /^(Version|Timestep|Output|SurfaceConv|HeatBalance|GlobalGeom|Shadow|Simulation|Site:[HG]|SurfaceProperty:Conv)/;

function nameErrors(objects: readonly IdfObject[]): string[] {
  const taken = new Set<string>();
  return objects.flatMap(({ className, fields }) => {
    if (NAMELESS.test(className)) return [];
    const name = fields[0] ?? '';
    const key = `${ONE_LIST[className] ?? className}/${name.toUpperCase()}`;
    if (taken.has(key)) return [`${className} "${name}" occurs twice`];
    taken.add(key);
    return name === '' || name.length > 110 ? [`${className} has the name "${name}"`] : [];
  });
}

export type Point = readonly [number, number, number];

/** Corners of a surface; `before` fields precede their number. */
export function cornersOf({ fields }: IdfObject, before: number): Point[] {
  const numbers = fields.slice(before + 1).map(Number);
  if (numbers.length !== 3 * Number(fields[before])) throw new Error(`${fields[0]}: corners do not match`);
  return Array.from({ length: numbers.length / 3 }, (_, k) => [
    numbers[3 * k]!,
    numbers[3 * k + 1]!,
    numbers[3 * k + 2]!,
  ]);
}

/** Newell: area times unit normal, which points to where the corners run counterclockwise. */
export function newell(corners: readonly Point[]): Point {
  const sum = [0, 0, 0];
  corners.forEach((a, k) => {
    const b = corners[(k + 1) % corners.length]!;
    for (let axis = 0; axis < 3; axis += 1) {
      const [j, l] = [(axis + 1) % 3, (axis + 2) % 3];
      sum[axis]! += ((a[j]! - b[j]!) * (a[l]! + b[l]!)) / 2;
    }
  });
  return [sum[0]!, sum[1]!, sum[2]!];
}

export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A Schedule:Compact on one day (0 = 1 January, `weekday` 0 = Monday) at an hour, as EnergyPlus reads it. */
export function scheduleAt({ fields }: IdfObject, day: number, weekday: number, hour: number): number {
  const kinds = weekday < 5 ? ['Weekdays', 'AllDays'] : weekday === 5 ? ['Saturday', 'AllDays'] : ['AllDays'];
  let through = -1;
  let inside = false;
  let done = false;
  let applies = false;
  for (let k = 2; k < fields.length; k += 1) {
    const [word, text = ''] = fields[k]!.split(/:\s(.*)/);
    if (word === 'Through') {
      const [month = 0, date = 0] = text.split('/').map(Number);
      const last = MONTHS.slice(0, month - 1).reduce((sum, days) => sum + days, 0) + date - 1;
      inside = day > through && day <= last;
      through = last;
      done = false;
    } else if (word === 'For') {
      applies = inside && !done && (kinds.includes(text) || text === 'AllOtherDays');
      done ||= applies;
    } else if (word === 'Until') {
      const [h = 0, m = 0] = text.split(':').map(Number);
      k += 1;
      if (applies && hour < h + m / 60) return Number(fields[k]);
    }
  }
  throw new Error(`${fields[0]} has no value on day ${day} at ${hour}`);
}
