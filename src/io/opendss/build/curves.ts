import type { CircuitCurve } from '../../../model/circuit';
import type { XyCurveObject } from '../curves';
import type { Build } from './context';

/** A curve that controls follow, scaled and shifted as OpenDSS reads it. */
export function circuitCurve(build: Build, curve: XyCurveObject): CircuitCurve {
  const { id, xShift, yShift, xScale, yScale } = curve;
  const count = Math.min(curve.x.length, curve.y.length);
  if (count === 0 || curve.x.length !== curve.y.length || xScale === 0) {
    build.error(
      { className: 'xycurve', object: curve },
      {
        code: 'dss-curve',
        message: `XYcurve.${id} has ${curve.x.length} values of x and ${curve.y.length} of y, or a scale of 0.`,
        remedy: 'Give as many of each.',
      },
    );
  }
  return {
    id,
    x: curve.x.slice(0, count).map((x) => x * xScale + xShift),
    y: curve.y.slice(0, count).map((y) => y * yScale + yShift),
  };
}
