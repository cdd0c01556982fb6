import type { CircuitCurve, InverterControl } from '../../../model/circuit';
import type { XyCurveObject } from '../curves';
import type { InverterObject } from '../inverter';
import { invControlClass, type InvControlObject } from '../inverterControl';
import { photovoltaicClass, type PhotovoltaicObject, photovoltaicPower } from '../photovoltaic';
import { storageClass, type StorageObject } from '../storage';
import type { Build, Subject } from './context';
import { MISSING, type Targets } from './controls';
import { circuitCurve } from './curves';

export interface InverterControls {
  readonly inverterControls: InverterControl[];
  /** What the controls follow; a circuit's curves are shares of the rating. */
  readonly curves: CircuitCurve[];
}

export function buildInverterControls(build: Build, targets: Targets): InverterControls {
  const curves = new Map<string, CircuitCurve>();
  const inverterControls = [...build.session.objects(invControlClass).values()].flatMap((control) =>
    controlsOf(build, { className: 'invcontrol', object: control }, control, targets, curves),
  );
  return { inverterControls, curves: [...curves.values()] };
}

/** Without a list all photovoltaic systems and storage obey. Units whose shares are of other sizes make controls of their own. */
function controlsOf(
  build: Build,
  subject: Subject,
  control: InvControlObject,
  targets: Targets,
  curves: Map<string, CircuitCurve>,
): InverterControl[] {
  const inverters = [...targets.generators].filter(([name]) => !name.startsWith('generator.'));
  const named = control.units.length > 0 ? control.units : inverters.map(([name]) => name);
  const unknown = named.filter((name) => !targets.generators.has(name));
  const voltVar = control.both || control.mode === 'voltVar' ? control.voltVar : undefined;
  const voltWatt = control.both || control.mode === 'voltWatt' ? control.voltWatt : undefined;
  const without = voltVar === undefined && voltWatt === undefined;
  if (unknown.length > 0 || control.mode === 'other' || without) {
    build[control.enabled ? 'error' : 'warning'](subject, {
      ...MISSING,
      property: unknown.length > 0 ? 'derlist' : 'mode',
      value: unknown.length > 0 ? unknown.join(' ') : control.mode,
      message: `InvControl.${control.id} names inverters that do not exist, another mode than volt-var and volt-watt, or no curve for its mode.`,
    });
  }
  if (voltWatt !== undefined && control.wattAxis === 'available' && build.mode !== 'snapshot') {
    build.error(subject, {
      code: 'dss-unsupported',
      property: 'voltwattyaxis',
      message: `InvControl.${control.id}: shares of the power that is available at a time are supported in a snapshot only.`,
      remedy: 'Use VoltwattYAxis=PMPPPU.',
    });
  }
  const scales = (name: string): Scales => ({
    watt: voltWatt === undefined ? 1 : wattScale(build, control, name),
    reactive: voltVar === undefined || control.varReference === 'available' ? 1 : varScale(build, name),
  });
  const groups = new Map<string, { readonly scales: Scales; readonly ids: string[] }>();
  for (const name of named) {
    const id = targets.generators.get(name);
    if (id === undefined) continue;
    const own = scales(name);
    const key = `${own.watt} ${own.reactive}`;
    if (!groups.has(key)) groups.set(key, { scales: own, ids: [] });
    groups.get(key)!.ids.push(id);
  }
  if (groups.size === 0) groups.set('', { scales: { watt: 1, reactive: 1 }, ids: [] });
  return [...groups.values()].map(({ scales: own, ids }, k): InverterControl => {
    const followed = (curve: XyCurveObject, scale: number): string =>
      scaledCurve(build, curves, curve, scale);
    return {
      id: k === 0 ? control.id : `${control.id} ${k + 1}`,
      generatorIds: ids,
      ...(voltVar === undefined ? {} : { voltVarCurve: followed(voltVar, own.reactive) }),
      ...(voltWatt === undefined ? {} : { voltWattCurve: followed(voltWatt, own.watt) }),
      ...(voltVar !== undefined && control.varReference === 'rating' ? { voltVarReference: 'rating' } : {}),
      enabled: control.enabled && !without,
    };
  });
}

interface Scales {
  readonly watt: number;
  readonly reactive: number;
}

/** A curve with its values times a scale, made once. */
function scaledCurve(
  build: Build,
  curves: Map<string, CircuitCurve>,
  curve: XyCurveObject,
  scale: number,
): string {
  const id = scale === 1 ? curve.id : `${curve.id}_by_${String(scale).replace('.', '_')}`;
  if (!curves.has(id)) {
    const plain = circuitCurve(build, curve);
    curves.set(id, { id, x: plain.x, y: plain.y.map((y) => y * scale) });
  }
  return id;
}

function unitOf(build: Build, name: string): InverterObject | undefined {
  const dot = name.indexOf('.');
  const definition = name.startsWith('storage.') ? storageClass : photovoltaicClass;
  const all: ReadonlyMap<string, InverterObject> = build.session.objects<PhotovoltaicObject | StorageObject>(
    definition as never,
  );
  return all.get(name.slice(dot + 1));
}

/** What a volt-watt curve counts as 1, as a share of the rating (InvControl.pas, VoltwattYAxis). */
function wattScale(build: Build, control: InvControlObject, name: string): number {
  const unit = unitOf(build, name);
  if (unit === undefined || control.wattAxis === 'rating') return 1;
  if ('pmppKw' in unit) {
    const panel = unit as PhotovoltaicObject;
    if (control.wattAxis === 'available') return photovoltaicPower(panel).kw / unit.kva;
    const share = control.wattAxis === 'limitedPanel' ? panel.pmppPercent / 100 : 1;
    return (panel.pmppKw * share) / unit.kva;
  }
  return (unit as StorageObject).kwRated / unit.kva;
}

/** VARMAX counts the largest reactive power as 1. */
function varScale(build: Build, name: string): number {
  const unit = unitOf(build, name);
  return unit === undefined ? 1 : unit.kvarMax / unit.kva;
}
