import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { copyFields, elementProperties, flag, integer, text, unused } from './properties';

/** A device that opens a terminal of another element: what decides is its state. */
export interface SwitchingObject extends DssObject {
  /** `class.name` */
  element: string;
  monitored: string;
  terminal: number;
  /** Per conductor; one value = all. */
  open: boolean[];
  locked: boolean;
}

/** States by their first letter: o(pen), t(rip) or c(losed); a list has one a conductor. */
function state(name: string): Property<SwitchingObject> {
  return {
    name,
    apply(device, edit) {
      if (device.locked) return;
      const words = edit.words().map((word) => word.charAt(0).toLowerCase());
      if (words.every((letter) => 'otc'.includes(letter)))
        device.open = words.map((letter) => letter !== 'c');
      else edit.reject('dss-word', 'is neither open nor closed', 'Give open or closed.');
    },
  };
}

const switched: Property<SwitchingObject> = text(
  'SwitchedObj',
  (device, value) => void (device.element = value.toLowerCase()),
);
const switchedTerminal: Property<SwitchingObject> = integer(
  'SwitchedTerm',
  (device, value) => void (device.terminal = value),
  1,
  20,
);
const monitored: Property<SwitchingObject> = text('MonitoredObj', (device, value) => {
  device.monitored = value.toLowerCase();
  device.element = value.toLowerCase();
});
const monitoredTerminal: Property<SwitchingObject> = integer(
  'MonitoredTerm',
  (device, value) => void (device.terminal = value),
  1,
  20,
);

function switchingClass(
  name: string,
  properties: readonly Property<SwitchingObject>[],
): ClassDefinition<SwitchingObject> {
  return {
    name,
    properties: [...properties, ...elementProperties<SwitchingObject>('control')],
    create: (id, session) => ({
      ...newObject(id, session),
      ...{ element: '', monitored: '', terminal: 1, open: [], locked: false },
    }),
    copy: (target, source) =>
      copyFields(target, source, ['element', 'monitored', 'terminal', 'open', 'locked']),
  };
}

export const swtControlClass = switchingClass('SwtControl', [
  switched,
  switchedTerminal,
  state('Action'),
  flag('Lock', (device, value) => void (device.locked = value)),
  ...unused<SwitchingObject>('Delay'),
  state('Normal'),
  state('State'),
  ...unused<SwitchingObject>('Reset'),
]);

export const fuseClass = switchingClass('Fuse', [
  monitored,
  monitoredTerminal,
  switched,
  switchedTerminal,
  ...unused<SwitchingObject>('FuseCurve', 'RatedCurrent', 'Delay'),
  state('Action'),
  ...unused<SwitchingObject>('Normal'),
  state('State'),
  ...unused<SwitchingObject>('CurveMultiplier', 'InterruptingRating'),
]);

export const recloserClass = switchingClass('Recloser', [
  monitored,
  monitoredTerminal,
  switched,
  switchedTerminal,
  ...unused<SwitchingObject>(
    'NumFast',
    'PhaseFast',
    'PhaseDelayed',
    'GroundFast',
    'GroundDelayed',
    'PhaseTrip',
  ),
  ...unused<SwitchingObject>(
    'GroundTrip',
    'PhaseInst',
    'GroundInst',
    'Reset',
    'Shots',
    'RecloseIntervals',
    'Delay',
  ),
  state('Action'),
  ...unused<SwitchingObject>('TDPhFast', 'TDGrFast', 'TDPhDelayed', 'TDGrDelayed', 'Normal'),
  state('State'),
  ...unused<SwitchingObject>('EventLog', 'DebugTrace', 'SinglePhTrip', 'SinglePhLockout'),
]);

export const relayClass = switchingClass('Relay', [
  monitored,
  monitoredTerminal,
  switched,
  switchedTerminal,
  ...unused<SwitchingObject>(
    'type',
    'Phasecurve',
    'Groundcurve',
    'PhaseTrip',
    'GroundTrip',
    'TDPhase',
    'TDGround',
  ),
  ...unused<SwitchingObject>(
    'PhaseInst',
    'GroundInst',
    'Reset',
    'Shots',
    'RecloseIntervals',
    'Delay',
    'Overvoltcurve',
  ),
  ...unused<SwitchingObject>(
    'Undervoltcurve',
    'kvbase',
    '47%Pickup',
    '46BaseAmps',
    '46%Pickup',
    '46isqt',
    'Variable',
  ),
  ...unused<SwitchingObject>('overtrip', 'undertrip', 'Breakertime'),
  state('action'),
  ...unused<SwitchingObject>(
    'Z1mag',
    'Z1ang',
    'Z0mag',
    'Z0ang',
    'Mphase',
    'Mground',
    'EventLog',
    'DebugTrace',
  ),
  ...unused<SwitchingObject>('DistReverse', 'Normal'),
  state('State'),
  ...unused<SwitchingObject>(
    'DOC_TiltAngleLow',
    'DOC_TiltAngleHigh',
    'DOC_TripSettingLow',
    'DOC_TripSettingHigh',
    'DOC_TripSettingMag',
    'DOC_DelayInner',
  ),
  ...unused<SwitchingObject>(
    'DOC_PhaseCurveInner',
    'DOC_PhaseTripInner',
    'DOC_TDPhaseInner',
    'DOC_P1Blocking',
  ),
]);
