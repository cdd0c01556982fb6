import { newObject, type ClassDefinition, type DssObject } from './definitions';

/** Observe, report, or belong to studies that are not power flow: their objects are one note a class. */
const WITHOUT_PART = [
  ...['Monitor', 'Sensor', 'Spectrum', 'TCC_Curve', 'PriceShape', 'DynamicExp', 'FMonitor'],
  ...['CableData', 'ConductorData', 'Feeder'],
];

/** Elements that change a solution and are not modelled: each is an error. */
const UNSUPPORTED = [
  ...['GICLine', 'GICTransformer', 'GICsource', 'Isource', 'VCCS', 'UPFC', 'UPFCControl', 'IndMach012'],
  ...[
    'StorageController',
    'GenDispatcher',
    'ExpControl',
    'ESPVLControl',
    'VSConverter',
    'WindGen',
    'Generic5',
  ],
];

function otherClass(name: string): ClassDefinition<DssObject> {
  return { name, properties: [], create: newObject, copy: () => {} };
}

export const ignoredClasses = WITHOUT_PART.map(otherClass);
export const unsupportedClasses = UNSUPPORTED.map(otherClass);
/** With the meters, whose peak currents `AllocateLoads` reads. */
export const ignoredClassNames: ReadonlySet<string> = new Set(
  [...WITHOUT_PART, 'EnergyMeter'].map((name) => name.toLowerCase()),
);
export const unsupportedClassNames: ReadonlySet<string> = new Set(
  UNSUPPORTED.map((name) => name.toLowerCase()),
);
