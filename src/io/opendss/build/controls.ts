import type { CapacitorControl, RegulatorControl } from '../../../model/circuit';
import {
  capControlClass,
  regControlClass,
  type CapControlObject,
  type PhaseChoice,
  type RegControlObject,
} from '../controls';
import type { Build, Subject, Trouble } from './context';
import { transformerId } from './transformers';

/** Ids of what was built, by kind: a control must not point at what is not there. */
export interface Targets {
  readonly capacitors: ReadonlySet<string>;
  /** `class.name` */
  readonly elements: ReadonlySet<string>;
  readonly generators: ReadonlyMap<string, string>;
}

export const MISSING = {
  code: 'dss-control',
  remedy: 'Name an element that exists, or disable the control.',
};

export function buildRegulators(build: Build): RegulatorControl[] {
  const controls: RegulatorControl[] = [];
  for (const control of build.session.objects(regControlClass).values()) {
    const subject = { className: 'regcontrol', object: control };
    const made = regulator(build, subject, control);
    if (made !== undefined) controls.push(made);
  }
  return controls;
}

function regulator(build: Build, subject: Subject, control: RegControlObject): RegulatorControl | undefined {
  const windings = control.transformer?.windings.length ?? 0;
  if (control.transformer === undefined || control.winding > windings || control.tapWinding > windings) {
    build[control.enabled ? 'error' : 'warning'](subject, {
      ...MISSING,
      property: control.transformer === undefined ? 'transformer' : 'winding',
      message: `RegControl.${control.id} controls no transformer, or a winding that it does not have.`,
    });
    return undefined;
  }
  reportReverse(build, subject, control);
  const phase = regulatedPhase(build, subject, control, control.transformer.phases);
  return {
    id: control.id,
    transformerId: transformerId(build.session, control.transformer),
    tapWinding: control.tapWinding - 1,
    measuredWinding: control.winding - 1,
    phase,
    ...remoteBus(build, subject, control),
    setPointV: control.vReg,
    bandV: control.band,
    voltageRatio: control.ptRatio,
    currentRatingA: control.ctPrimary,
    compensationRV: control.r,
    compensationXV: control.x,
    reversible: control.reversible,
    reverseSetPointV: control.revVReg,
    reverseBandV: control.revBand,
    reverseRV: control.revR,
    reverseXV: control.revX,
    delayS: control.delay,
    tapDelayS: control.tapDelay,
    maxTapChange: control.maxTapChange,
    voltageLimitV: control.vLimit,
    inverseTime: control.inverseTime,
    enabled: control.enabled && control.transformer.enabled,
  };
}

/** A phase that the transformer has not counts as the first. */
function regulatedPhase(
  build: Build,
  subject: Subject,
  control: RegControlObject,
  phases: number,
): RegulatorControl['phase'] {
  const { phase } = control;
  if (phase === 'max' || phase === 'min') return phase;
  if (typeof phase === 'number' && phase >= 1 && phase <= phases) return phase - 1;
  build.warning(subject, {
    code: 'dss-phase',
    property: 'ptphase',
    value: phase,
    message: `RegControl.${control.id} measures phase "${phase}", which its transformer has not; phase 1 is taken.`,
    remedy: 'Give a phase of the transformer, max or min.',
  });
  return 0;
}

function remoteBus(
  build: Build,
  subject: Subject,
  control: RegControlObject,
): Pick<RegulatorControl, 'remote'> {
  if (control.bus === '') return {};
  const [busId = '', word = '1'] = control.bus.split('.');
  const node = Number(word);
  if (!Number.isInteger(node) || node < 0 || busId === '') {
    build.error(subject, {
      ...MISSING,
      property: 'bus',
      value: control.bus,
      message: `RegControl.${control.id} measures at "${control.bus}", which is no bus.`,
    });
  }
  return { remote: { busId, node, voltageRatio: control.remotePtRatio } };
}

const REVERSE_THRESHOLD_KW = 100;

function reportReverse(build: Build, subject: Subject, control: RegControlObject): void {
  if (!control.reversible || (control.revThresholdKw === REVERSE_THRESHOLD_KW && !control.revNeutral)) return;
  build[control.enabled ? 'error' : 'warning'](subject, {
    code: 'dss-unsupported',
    property: control.revNeutral ? 'revneutral' : 'revthreshold',
    value: control.revNeutral ? 'yes' : control.revThresholdKw,
    message: `RegControl.${control.id}: reversing at another threshold than ${REVERSE_THRESHOLD_KW} kW, or to neutral, is not supported.`,
    remedy: `Use revThreshold=${REVERSE_THRESHOLD_KW} and revNeutral=no.`,
  });
}

export function buildCapacitorControls(build: Build, targets: Targets): CapacitorControl[] {
  const controls: CapacitorControl[] = [];
  for (const control of build.session.objects(capControlClass).values()) {
    const subject = { className: 'capcontrol', object: control };
    const made = capacitorControl(build, subject, control, targets);
    if (made !== undefined) controls.push(made);
  }
  return controls;
}

function capacitorControl(
  build: Build,
  subject: Subject,
  control: CapControlObject,
  targets: Targets,
): CapacitorControl | undefined {
  const capacitorId = control.capacitor?.id;
  const known = capacitorId !== undefined && targets.capacitors.has(capacitorId);
  const trouble = !known
    ? capacitorTrouble(control, capacitorId ?? '')
    : measuringTrouble(control, targets.elements.has(control.element));
  if (trouble !== undefined) build[control.enabled ? 'error' : 'warning'](subject, trouble);
  if (!known || trouble !== undefined) return undefined;
  const byFactor = control.kind === 'powerFactor';
  return {
    id: control.id,
    capacitorId,
    elementId: control.element,
    elementTerminal: control.terminal - 1,
    quantity: control.kind,
    onSetting: byFactor ? control.pfOn : control.on,
    offSetting: byFactor ? control.pfOff : control.off,
    voltageRatio: control.ptRatio,
    currentRatio: control.ctRatio,
    voltagePhase: phaseFromZero(control.ptPhase),
    currentPhase: phaseFromZero(control.ctPhase),
    voltageOverride: control.voltOverride,
    voltageMinV: control.vMin,
    voltageMaxV: control.vMax,
    delayS: control.delay,
    delayOffS: control.delayOff,
    deadTimeS: control.deadTime,
    enabled: control.enabled,
  };
}

function capacitorTrouble(control: CapControlObject, capacitorId: string): Trouble {
  return {
    ...MISSING,
    property: 'capacitor',
    value: capacitorId,
    message: `CapControl.${control.id} controls no capacitor, or one that is no bank of steps.`,
  };
}

function measuringTrouble(control: CapControlObject, measures: boolean): Trouble | undefined {
  // Nothing but the voltage override looks at VBus, and a control by voltage has none (CapControl.pas, Sample).
  if (control.vBus !== '' && control.voltOverride && control.kind !== 'voltage') {
    return {
      code: 'dss-unsupported',
      property: 'vbus',
      value: control.vBus,
      message: `CapControl.${control.id} measures its voltage override at another bus (VBus), which is not supported.`,
      remedy: 'Measure at an element at that bus, or disable the control.',
    };
  }
  if (measures || control.kind === 'time') return undefined;
  return {
    code: MISSING.code,
    property: 'element',
    value: control.element,
    message: `CapControl.${control.id} measures at "${control.element}", which is no line, transformer or capacitor of the circuit.`,
    remedy: 'Name one of these as class.name, or disable the control.',
  };
}

function phaseFromZero(phase: PhaseChoice): CapacitorControl['voltagePhase'] {
  return typeof phase === 'number' ? Math.max(0, phase - 1) : phase;
}
