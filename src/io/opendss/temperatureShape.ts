import type { ClassDefinition } from './definitions';
import {
  binaryFile,
  hours,
  type LoadShapeObject,
  loadShapeClass,
  multipliers,
  newLoadShape,
  pointsAndInterval,
  rowFile,
  setP,
  shortIntervals,
} from './loadShape';
import { unused } from './properties';

/** Temperatures over time, deg C, laid out as a load shape's values are. */
export const temperatureShapeClass: ClassDefinition<LoadShapeObject> = {
  name: 'TShape',
  properties: [
    ...pointsAndInterval,
    multipliers('temp', setP),
    hours,
    ...unused<LoadShapeObject>('mean', 'stddev'),
    rowFile('csvfile', false),
    binaryFile('sngfile', 'float32'),
    binaryFile('dblfile', 'float64'),
    ...shortIntervals,
    ...unused<LoadShapeObject>('action'),
  ],
  create: newLoadShape,
  copy: (target, source) => loadShapeClass.copy(target, source),
};
