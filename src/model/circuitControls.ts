/** Step regulator on a transformer winding (OpenDSS RegControl). */
export interface RegulatorControl {
  readonly id: string;
  readonly transformerId: string;
  /** Winding whose tap moves, and whose terminal is measured, from 0. */
  readonly tapWinding: number;
  readonly measuredWinding: number;
  /** Phase of the winding that is measured, from 0; or the extreme of all. */
  readonly phase: number | 'max' | 'min';
  /** Measured at this bus and node instead of the terminal (remote sensing). */
  readonly remote?: { readonly busId: string; readonly node: number; readonly voltageRatio: number };
  readonly setPointV: number;
  readonly bandV: number;
  readonly voltageRatio: number;
  /** Primary rating of the current transformer, A. */
  readonly currentRatingA: number;
  /** Line-drop compensation settings in volts at rated current. */
  readonly compensationRV: number;
  readonly compensationXV: number;
  readonly reversible: boolean;
  readonly reverseSetPointV: number;
  readonly reverseBandV: number;
  readonly reverseRV: number;
  readonly reverseXV: number;
  readonly delayS: number;
  /** Between one tap change and the next; of no effect while time stands still (`CircuitStudy.controls`). */
  readonly tapDelayS: number;
  readonly maxTapChange: number;
  readonly voltageLimitV: number;
  readonly inverseTime: boolean;
  /** State of a reversible control, as a tap is one: it looks backwards at present. */
  readonly reversed?: boolean;
  readonly enabled: boolean;
}

export interface CapacitorControl {
  readonly id: string;
  readonly capacitorId: string;
  /** Element whose terminal (from 0) is measured: `line.id`, `transformer.id` or `capacitor.id`. */
  readonly elementId: string;
  readonly elementTerminal: number;
  readonly quantity: 'current' | 'voltage' | 'kvar' | 'time' | 'powerFactor';
  readonly onSetting: number;
  readonly offSetting: number;
  readonly voltageRatio: number;
  readonly currentRatio: number;
  readonly voltagePhase: number | 'average' | 'max' | 'min';
  readonly currentPhase: number | 'average' | 'max' | 'min';
  readonly voltageOverride: boolean;
  readonly voltageMinV: number;
  readonly voltageMaxV: number;
  readonly delayS: number;
  readonly delayOffS: number;
  /** After a switching; of no effect while time stands still. */
  readonly deadTimeS: number;
  readonly enabled: boolean;
}

/** Volt-var and volt-watt of inverters. Curves are x = voltage in pu, y = share of the rating. */
export interface InverterControl {
  readonly id: string;
  readonly generatorIds: readonly string[];
  readonly voltVarCurve?: string;
  readonly voltWattCurve?: string;
  /** What volt-var shares out: the reactive power the rating leaves beside active power, or the whole rating. */
  readonly voltVarReference?: 'available' | 'rating';
  readonly enabled: boolean;
}
