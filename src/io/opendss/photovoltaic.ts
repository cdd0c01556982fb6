import { curveValue, xyCurveClass, type XyCurveObject } from './curves';
import { newObject, type ClassDefinition, type Property } from './definitions';
import type { LoadShapeObject } from './loadShape';
import { temperatureShapeClass } from './temperatureShape';
import {
  efficiencyAt,
  inverterProperties,
  newInverter,
  reactivePower,
  withinRating,
  type InverterObject,
} from './inverter';
import { copyFields, elementProperties, isZero, real, reference, unsupported } from './properties';

export interface PhotovoltaicObject extends InverterObject {
  irradiance: number;
  pmppKw: number;
  pmppPercent: number;
  temperatureC: number;
  temperatureCurve: XyCurveObject | undefined;
  temperatures: Readonly<Partial<Record<ShapeKind, LoadShapeObject>>>;
}

export type ShapeKind = 'yearly' | 'daily' | 'duty';

const shared = inverterProperties<PhotovoltaicObject>();

const own: Property<PhotovoltaicObject>[] = [
  real('irradiance', (unit, value) => void (unit.irradiance = value)),
  real('Pmpp', (unit, value) => void (unit.pmppKw = value)),
  real('%Pmpp', (unit, value) => void (unit.pmppPercent = value)),
  real('Temperature', (unit, value) => void (unit.temperatureC = value)),
  reference(
    'P-TCurve',
    () => xyCurveClass,
    (unit, value) => void (unit.temperatureCurve = value),
  ),
  ...(['yearly', 'daily', 'duty'] as const).map((kind) =>
    reference<PhotovoltaicObject, LoadShapeObject>(
      `T${kind}`,
      () => temperatureShapeClass,
      (unit, value) => {
        const { [kind]: _, ...others } = unit.temperatures;
        unit.temperatures = value === undefined ? others : { ...others, [kind]: value };
      },
    ),
  ),
  unsupported('DutyStart', isZero),
];

const ORDER = [
  ...[
    'phases',
    'bus1',
    'kv',
    'irradiance',
    'Pmpp',
    '%Pmpp',
    'Temperature',
    'pf',
    'conn',
    'kvar',
    'kVA',
    '%Cutin',
  ],
  ...['%Cutout', 'EffCurve', 'P-TCurve', '%R', '%X', 'model', 'Vminpu', 'Vmaxpu', 'Balanced', 'LimitCurrent'],
  ...[
    'yearly',
    'daily',
    'duty',
    'Tyearly',
    'Tdaily',
    'Tduty',
    'class',
    'UserModel',
    'UserData',
    'debugtrace',
  ],
  ...[
    'VarFollowInverter',
    'DutyStart',
    'WattPriority',
    'PFPriority',
    '%PminNoVars',
    '%PminkvarMax',
    'kvarMax',
  ],
  ...['kvarMaxAbs', 'kVDC', 'Kp', 'PITol', 'SafeVoltage', 'SafeMode', 'DynamicEq', 'DynOut', 'ControlMode'],
  ...['AmpLimit', 'AmpLimitGain'],
];

export function inOrder<T extends InverterObject>(
  order: readonly string[],
  sharedProperties: Record<string, Property<T>>,
  ownProperties: readonly Property<T>[],
): Property<T>[] {
  return order.map(
    (name) => ownProperties.find((property) => property.name === name) ?? sharedProperties[name]!,
  );
}

export const photovoltaicClass: ClassDefinition<PhotovoltaicObject> = {
  name: 'PVSystem',
  properties: [...inOrder(ORDER, shared, own), ...elementProperties<PhotovoltaicObject>('conversion')],
  create: (id, session) => ({
    ...newObject(id, session),
    ...newInverter(id, 500, 20),
    ...{ irradiance: 1, pmppKw: 500, pmppPercent: 100, temperatureC: 25 },
    ...{ temperatureCurve: undefined, temperatures: {} },
  }),
  copy(target, source) {
    const { id, place, bus1 } = target;
    copyFields(target, source, Object.keys(source) as (keyof PhotovoltaicObject)[]);
    Object.assign(target, { id, place, bus1, enabled: true, pmppPercent: 100 });
  },
};

export interface PhotovoltaicPower {
  readonly kw: number;
  readonly kvar: number;
  /** The inverter runs. */
  readonly on: boolean;
}

/**
 * Power at the terminal under a share of its present irradiance and a temperature, kW and kvar. A running inverter stops below %cutout, one
 * that stands starts at %cutin (PVSystem.pas, ComputeInverterPower).
 */
export function photovoltaicPower(
  unit: PhotovoltaicObject,
  share = 1,
  wasOn = true,
  temperatureC = unit.temperatureC,
): PhotovoltaicPower {
  const derating = unit.temperatureCurve === undefined ? 1 : curveValue(unit.temperatureCurve, temperatureC);
  const panelKw = unit.irradiance * share * unit.pmppKw * derating;
  const thresholdPercent = wasOn ? unit.cutOutPercent : unit.cutInPercent;
  const on = panelKw >= (thresholdPercent * unit.kva) / 100;
  const limitKw = (unit.pmppKw * unit.pmppPercent) / 100;
  const kw = on ? Math.min(panelKw * efficiencyAt(unit, panelKw), limitKw) : 0;
  if (!on && unit.varFollowsInverter) return { kw, kvar: 0, on };
  return { ...withinRating(unit, kw, reactivePower(unit, kw)), on };
}
