/** What one step is driven by. Watts are means over the step, temperatures too. */
export interface StepInputs {
  outdoorDegC: number;
  skyDegC: number;
  /** Station's wind speed to the powers of films/outside.ts. */
  windwardSpeed: number;
  leewardSpeed: number;
  pressurePa: number;
  /** [chain]: ground behind it. */
  readonly groundDegC: Float64Array;
  /** [node]: absorbed sun. */
  readonly sourceW: Float64Array;
  /** [zone]: outdoor air, less what recovery brings back. */
  readonly airFlowWPerK: Float64Array;
  /** [zone] internal gains to air, and as infrared to all surfaces. */
  readonly convectiveW: Float64Array;
  readonly radiativeW: Float64Array;
  /** [zone x zone], symmetric: air between zones. */
  readonly exchangeWPerK: Float64Array;
  /** [zone]; NaN = off. */
  readonly heatingDegC: Float64Array;
  readonly coolingDegC: Float64Array;
}

export function emptyInputs(chainCount: number, nodeCount: number, zoneCount: number): StepInputs {
  return {
    outdoorDegC: 20,
    skyDegC: 20,
    windwardSpeed: 0,
    leewardSpeed: 0,
    pressurePa: 101325,
    groundDegC: new Float64Array(chainCount),
    sourceW: new Float64Array(nodeCount),
    airFlowWPerK: new Float64Array(zoneCount),
    convectiveW: new Float64Array(zoneCount),
    radiativeW: new Float64Array(zoneCount),
    exchangeWPerK: new Float64Array(zoneCount * zoneCount),
    heatingDegC: new Float64Array(zoneCount).fill(NaN),
    coolingDegC: new Float64Array(zoneCount).fill(NaN),
  };
}
