import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { copyFields } from './properties';

/** A meter takes part where loads are allocated, and nowhere else. */
export interface EnergyMeterObject extends DssObject {
  /** `class.name` */
  element: string;
  /** From 1. */
  terminal: number;
  /** A per phase of the metered element; missing ones are OpenDSS's 400 A. */
  peakCurrentA: number[];
  /** Its zone is a list by hand. */
  zoneListed: boolean;
}

export const USUAL_PEAK_A = 400;

function silent(...names: string[]): Property<EnergyMeterObject>[] {
  return names.map((name) => ({ name, apply: () => {} }));
}

export const energyMeterClass: ClassDefinition<EnergyMeterObject> = {
  name: 'EnergyMeter',
  lenient: true,
  properties: [
    { name: 'element', apply: (meter, edit) => void (meter.element = edit.value.toLowerCase()) },
    {
      name: 'terminal',
      apply: (meter, edit) => void (meter.terminal = edit.integer() ?? meter.terminal),
    },
    ...silent('action', 'option', 'kVAnormal', 'kVAemerg'),
    {
      name: 'peakcurrent',
      apply: (meter, edit) => void (meter.peakCurrentA = edit.reals(100) ?? meter.peakCurrentA),
    },
    {
      name: 'Zonelist',
      apply: (meter, edit) => void (meter.zoneListed = edit.words().length > 0),
    },
    ...silent('LocalOnly', 'Mask', 'Losses', 'LineLosses', 'XfmrLosses', 'SeqLosses', '3phaseLosses'),
    ...silent('VbaseLosses', 'PhaseVoltageReport', 'Int_Rate', 'Int_Duration', 'SAIFI', 'SAIFIkW', 'SAIDI'),
    ...silent('CAIDI', 'CustInterrupts', 'basefreq'),
    { name: 'enabled', apply: (meter, edit) => void (meter.enabled = edit.flag()) },
  ],
  create: (id, session) => ({
    ...newObject(id, session),
    ...{ element: '', terminal: 1, peakCurrentA: [], zoneListed: false },
  }),
  copy(target, source) {
    copyFields(target, source, ['element', 'terminal', 'peakCurrentA', 'zoneListed']);
    target.enabled = true;
  },
};
