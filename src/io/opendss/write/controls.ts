import type {
  CapacitorControl,
  CircuitCurve,
  CircuitGenerator,
  InverterControl,
  RegulatorControl,
} from '../../../model/circuit';
import { inverterName } from './injections';
import { list, unlessEnabled, type Writer } from './writer';

export function writeRegulator(writer: Writer, control: RegulatorControl): void {
  const { remote, phase } = control;
  const yes = (value: boolean): string => (value ? 'yes' : 'no');
  writer.line(
    `New RegControl.${writer.name('regcontrol', control.id)} transformer=${writer.name('transformer', control.transformerId)}`,
    `winding=${control.measuredWinding + 1} tapwinding=${control.tapWinding + 1} vreg=${control.setPointV} band=${control.bandV}`,
    `ptratio=${control.voltageRatio} CTprim=${control.currentRatingA} R=${control.compensationRV} X=${control.compensationXV}`,
    remote === undefined
      ? ''
      : `bus=${writer.name('bus', remote.busId)}.${remote.node} remoteptratio=${remote.voltageRatio}`,
    `ptphase=${typeof phase === 'number' ? phase + 1 : phase} delay=${control.delayS} tapdelay=${control.tapDelayS}`,
    `reversible=${yes(control.reversible)} revvreg=${control.reverseSetPointV} revband=${control.reverseBandV}`,
    `revR=${control.reverseRV} revX=${control.reverseXV} maxtapchange=${control.maxTapChange}`,
    `vlimit=${control.voltageLimitV} inversetime=${yes(control.inverseTime)} ${unlessEnabled(control.enabled)}`,
  );
}

export function writeCapacitorControl(writer: Writer, control: CapacitorControl): void {
  const { elementId, quantity } = control;
  const dot = elementId.indexOf('.');
  const kind = elementId.slice(0, dot);
  const element = `${kind}.${writer.name(kind, elementId.slice(dot + 1))}`;
  // Power factors above 1 are leading ones, written with a minus sign.
  const setting = (value: number): number => (quantity === 'powerFactor' && value > 1 ? value - 2 : value);
  const phase = (value: CapacitorControl['voltagePhase']): string =>
    typeof value === 'number' ? String(value + 1) : value === 'average' ? 'avg' : value;
  writer.line(
    `New CapControl.${writer.name('capcontrol', control.id)} capacitor=${writer.name('capacitor', control.capacitorId)}`,
    `element=${element} terminal=${control.elementTerminal + 1} type=${quantity === 'powerFactor' ? 'PF' : quantity}`,
    `ptratio=${control.voltageRatio} ctratio=${control.currentRatio}`,
    `onsetting=${setting(control.onSetting)} offsetting=${setting(control.offSetting)}`,
    `ptphase=${phase(control.voltagePhase)} ctphase=${phase(control.currentPhase)}`,
    `voltoverride=${control.voltageOverride ? 'yes' : 'no'} vmin=${control.voltageMinV} vmax=${control.voltageMaxV}`,
    `delay=${control.delayS} delayoff=${control.delayOffS} deadtime=${control.deadTimeS} ${unlessEnabled(control.enabled)}`,
  );
}

export function writeCurve(writer: Writer, { id, x, y }: CircuitCurve): void {
  writer.line(
    `New XYcurve.${writer.name('xycurve', id)} npts=${x.length} xarray=${list(x)} yarray=${list(y)}`,
  );
}

export function writeInverterControl(
  writer: Writer,
  control: InverterControl,
  generators: ReadonlyMap<string, CircuitGenerator>,
): void {
  const { id, voltVarCurve, voltWattCurve } = control;
  const units = control.generatorIds.flatMap((generatorId) => {
    const unit = generators.get(generatorId);
    return unit === undefined || unit.kind === 'generator' ? [] : [inverterName(writer, unit)];
  });
  if (units.length === 0 || units.length < control.generatorIds.length)
    writer.refuse('invcontrol', id, 'controls something that is neither photovoltaics nor storage.');
  const both = voltVarCurve !== undefined && voltWattCurve !== undefined;
  writer.line(
    `New InvControl.${writer.name('invcontrol', id)} DERList=[${units.join(' ')}]`,
    both ? 'combimode=VV_VW' : `mode=${voltVarCurve === undefined ? 'voltwatt' : 'voltvar'}`,
    voltVarCurve === undefined ? '' : `vvc_curve1=${writer.name('xycurve', voltVarCurve)}`,
    voltWattCurve === undefined ? '' : `voltwatt_curve=${writer.name('xycurve', voltWattCurve)}`,
    `RefReactivePower=${control.voltVarReference === 'rating' ? 'VARMAX' : 'VARAVAL'} VoltwattYAxis=KVARATINGPU`,
    unlessEnabled(control.enabled),
  );
}
