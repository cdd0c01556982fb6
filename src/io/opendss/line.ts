import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { defaultImpedance, lineCodeClass, TWO_PI } from './lineCode';
import { lineGeometryClass, namedConductors } from './lineGeometry';
import {
  becomeSwitch,
  EARTH_MODELS,
  ownImpedance,
  recalculate,
  setPhases,
  settleSpacing,
  takeCode,
  takeGeometry,
  takeSpacing,
  type LineObject,
} from './lineImpedance';
import { lineSpacingClass } from './lineSpacing';
import { LENGTH_UNITS, lengthFactor } from './lineUnits';
import {
  choice,
  copyFields,
  elementProperties,
  flag,
  matrix,
  positive,
  real,
  reference,
  text,
  unused,
} from './properties';
import { scaled } from './sequence';
import { cnDataClass, tsDataClass, wireDataClass, type WireObject } from './wires';

function sequenceValue(name: string, set: (line: LineObject, value: number) => void): Property<LineObject> {
  return real(name, (line, value) => {
    ownImpedance(line);
    set(line, value);
    line.sequenceChanged = true;
    line.symmetrical = true;
  });
}

function ownMatrix(
  name: string,
  set: (line: LineObject, values: readonly number[]) => void,
): Property<LineObject> {
  return matrix(
    name,
    (line) => line.phases,
    (line, values) => {
      set(line, values);
      line.symmetrical = false;
      ownImpedance(line);
    },
  );
}

/** Bare wires after cables are the neutrals beyond the phases. */
function conductorList(
  name: string,
  definition: ClassDefinition<WireObject>,
  kind: WireObject['kind'],
): Property<LineObject> {
  return {
    name,
    apply(line, edit) {
      const wires = namedConductors(edit, definition);
      if (wires === undefined) return;
      if (line.spacing === undefined) {
        edit.reject('dss-order', 'comes before spacing', 'Give spacing first.');
        return;
      }
      const bare = kind === 'wire';
      const first = bare && line.wireKind !== undefined && line.wireKind !== 'wire' ? line.spacing.phases : 0;
      if (bare ? wires.length !== line.spacing.conductors - first : wires.length > line.spacing.conductors) {
        edit.reject(
          'dss-count',
          `names ${wires.length} conductors where ${line.spacing.conductors - first} are wanted`,
          'Name one for each place.',
        );
        return;
      }
      wires.forEach((wire, i) => {
        line.wires[first + i] = wire;
      });
      const last = wires.at(-1);
      if (bare && last !== undefined)
        Object.assign(line, { normAmps: last.normAmps, emergAmps: last.emergAmps });
      if (!bare) line.wireKind = kind;
      settleSpacing(line);
    },
  };
}

const identification: Property<LineObject>[] = [
  text('bus1', (line, value) => {
    line.bus1 = value.toLowerCase();
  }),
  text('bus2', (line, value) => {
    line.bus2 = value.toLowerCase();
  }),
  reference(
    'linecode',
    () => lineCodeClass,
    (line, code) => {
      if (code !== undefined) takeCode(line, code);
    },
  ),
  real('length', (line, value) => {
    line.length = value;
  }),
  {
    name: 'phases',
    apply(line, edit) {
      const value = edit.integer();
      if (value === undefined) return;
      if (value < 1 || value > 100) edit.reject('dss-range', 'must lie between 1 and 100', 'Correct it.');
      else if (!setPhases(line, value))
        edit.reject(
          'dss-phases',
          `differs from the ${line.phases} conductors that the impedance has; OpenDSS keeps those`,
          'Let the line code or geometry have as many phases.',
          'warning',
        );
    },
  },
];

const impedance: Property<LineObject>[] = [
  sequenceValue('r1', (line, value) => {
    line.r1 = value;
  }),
  sequenceValue('x1', (line, value) => {
    line.x1 = value;
  }),
  sequenceValue('r0', (line, value) => {
    line.r0 = value;
  }),
  sequenceValue('x0', (line, value) => {
    line.x0 = value;
  }),
  sequenceValue('C1', (line, value) => {
    line.c1 = value * 1e-9;
    line.capacitanceGiven = true;
  }),
  sequenceValue('C0', (line, value) => {
    line.c0 = value * 1e-9;
    line.capacitanceGiven = true;
  }),
  ownMatrix('rmatrix', (line, values) => {
    line.r = [...values];
  }),
  ownMatrix('xmatrix', (line, values) => {
    line.x = [...values];
  }),
  ownMatrix('cmatrix', (line, values) => {
    line.b = scaled(values, TWO_PI * line.baseFrequencyHz * 1e-9);
    line.capacitanceGiven = true;
  }),
];

const construction: Property<LineObject>[] = [
  flag('Switch', (line, value) => {
    line.isSwitch = value;
    if (value) becomeSwitch(line);
  }),
  real('Rg', (line, value) => {
    line.rg = value;
  }),
  real('Xg', (line, value) => {
    line.xg = value;
  }),
  positive('rho', (line, value) => {
    line.rho = value;
    line.rhoGiven = true;
    if (line.geometry !== undefined) line.geometry.rho = value;
  }),
  reference(
    'geometry',
    () => lineGeometryClass,
    (line, geometry) => {
      if (geometry !== undefined) takeGeometry(line, geometry);
    },
  ),
  choice('units', LENGTH_UNITS, (line, value) => {
    line.unitsFactor =
      line.code !== undefined
        ? lengthFactor(line.codeUnits, value)
        : line.unitsFactor * lengthFactor(line.units, value);
    line.units = value;
  }),
  reference(
    'spacing',
    () => lineSpacingClass,
    (line, spacing) => {
      if (spacing !== undefined) takeSpacing(line, spacing);
    },
  ),
  conductorList('wires', wireDataClass, 'wire'),
  choice('EarthModel', EARTH_MODELS, (line, value) => {
    line.earthModel = value;
  }),
  conductorList('cncables', cnDataClass, 'concentricNeutral'),
  conductorList('tscables', tsDataClass, 'tapeShield'),
  sequenceValue('B1', (line, value) => {
    line.c1 = (value * 1e-6) / (TWO_PI * line.baseFrequencyHz);
    line.capacitanceGiven = true;
  }),
  sequenceValue('B0', (line, value) => {
    line.c0 = (value * 1e-6) / (TWO_PI * line.baseFrequencyHz);
    line.capacitanceGiven = true;
  }),
  ...unused<LineObject>('Seasons', 'Ratings', 'LineType'),
  real('normamps', (line, value) => {
    line.normAmps = value;
    line.ratingsGiven = true;
  }),
  real('emergamps', (line, value) => {
    line.emergAmps = value;
    line.ratingsGiven = true;
  }),
];

const DEFAULTS: Omit<LineObject, keyof DssObject> = {
  ...defaultImpedance(),
  ...{ bus1: '', bus2: '', length: 1, units: 'none', codeUnits: 'none', unitsFactor: 1 },
  ...{ code: undefined, geometry: undefined, spacing: undefined, wires: [], wireKind: undefined },
  ...{ sequenceChanged: false, capacitanceGiven: false, rhoGiven: false, isSwitch: false },
  ...{ earthModel: 'deri', normAmps: 400, emergAmps: 600, ratingsGiven: false },
};

export const lineClass: ClassDefinition<LineObject> = {
  name: 'Line',
  properties: [
    ...identification,
    ...impedance,
    ...construction,
    ...elementProperties<LineObject>('delivery'),
  ],
  create(id, session) {
    const line: LineObject = { ...DEFAULTS, ...newObject(id, session), bus1: `${id}_1`, bus2: `${id}_2` };
    line.earthModel = session.options.earthModel;
    recalculate(line);
    return line;
  },
  copy(target, source) {
    copyFields(target, source, [
      ...(['phases', 'r', 'x', 'b', 'r1', 'x1', 'r0', 'x0', 'c1', 'c0', 'length', 'symmetrical'] as const),
      ...(['capacitanceGiven', 'baseFrequencyHz', 'normAmps', 'emergAmps'] as const),
    ]);
    target.enabled = true;
  },
};
