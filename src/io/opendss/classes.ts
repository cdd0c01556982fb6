import { autoTransformerClass } from './autoTransformer';
import { capacitorClass } from './capacitor';
import { capControlClass, regControlClass } from './controls';
import { growthShapeClass, xyCurveClass } from './curves';
import type { ClassDefinition, DssObject } from './definitions';
import { generatorClass } from './generator';
import { invControlClass } from './inverterControl';
import { lineClass } from './line';
import { lineCodeClass } from './lineCode';
import { lineGeometryClass } from './lineGeometry';
import { lineSpacingClass } from './lineSpacing';
import { loadClass } from './load';
import { loadShapeClass } from './loadShape';
import { energyMeterClass } from './meter';
import { ignoredClasses, unsupportedClasses } from './otherClasses';
import { photovoltaicClass } from './photovoltaic';
import { faultClass, reactorClass } from './reactor';
import { sourceClass } from './source';
import { storageClass } from './storage';
import { temperatureShapeClass } from './temperatureShape';
import { fuseClass, recloserClass, relayClass, swtControlClass } from './switches';
import { transformerClass, xfmrCodeClass } from './transformer';
import { cnDataClass, tsDataClass, wireDataClass } from './wires';

/** Every class a script may name. */
export const CLASSES: readonly ClassDefinition<DssObject>[] = [
  ...[
    lineCodeClass,
    loadShapeClass,
    temperatureShapeClass,
    growthShapeClass,
    xyCurveClass,
    wireDataClass,
    cnDataClass,
    tsDataClass,
  ],
  ...[lineGeometryClass, lineSpacingClass, xfmrCodeClass],
  ...[lineClass, sourceClass, loadClass, transformerClass, capacitorClass, reactorClass, faultClass],
  autoTransformerClass,
  ...[generatorClass, photovoltaicClass, storageClass],
  ...[
    regControlClass,
    capControlClass,
    invControlClass,
    swtControlClass,
    fuseClass,
    recloserClass,
    relayClass,
  ],
  energyMeterClass,
  ...ignoredClasses,
  ...unsupportedClasses,
] as readonly ClassDefinition<DssObject>[];
