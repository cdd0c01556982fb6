/** What the meter counts: delivered energy of one use, or all electricity of a building that heats and cools with it. */
export const METERED_USES = ['heating', 'cooling', 'electricity'] as const;
export type MeteredUse = (typeof METERED_USES)[number];

/** A named parameter of a building model or of what stands between its needs and the meter. */
export interface ZoneParameter {
  readonly id: string;
  /** Unit of the value; 1 for factors and shares. */
  readonly unit: string;
  /** The value that changes nothing. */
  readonly neutral: number;
  /** Beyond these the value has no meaning; other bounds may be asked for inside them. */
  readonly limits: readonly [lower: number, upper: number];
  /**
   * Bounds of a calibration where none are asked for: our engineering judgement of what survey and use leave open, not
   * measured spreads. `null`: 0 to the metered mean.
   */
  readonly range: readonly [lower: number, upper: number] | null;
  /** A start outside the range takes half to twice itself instead (heat pumps beside boilers). */
  readonly followsStart: boolean;
  /** `building`: written into the building file. `meter`: between needs and meter, in no building file. */
  readonly of: 'building' | 'meter';
  readonly uses: readonly MeteredUse[];
  readonly meaning: string;
}

const FACTOR = { unit: '1', neutral: 1, limits: [0, 20], followsStart: false } as const;
const OF_BUILDING = { of: 'building', uses: METERED_USES } as const;
const SETPOINT = { unit: 'K', neutral: 0, limits: [-15, 15], range: [-3, 3], followsStart: false } as const;

export const ZONE_PARAMETERS = [
  {
    ...FACTOR,
    ...OF_BUILDING,
    id: 'infiltrationFactor',
    range: [0.2, 3],
    meaning: 'factor on the infiltration of every zone; ventilation keeps its flows',
  },
  {
    ...SETPOINT,
    ...OF_BUILDING,
    id: 'heatingSetpointOffsetK',
    meaning: 'added to every heating set-point, in schedules at every hour that is on',
  },
  {
    ...SETPOINT,
    ...OF_BUILDING,
    id: 'coolingSetpointOffsetK',
    meaning: 'added to every cooling set-point, in schedules at every hour that is on',
  },
  {
    ...FACTOR,
    ...OF_BUILDING,
    id: 'internalGainFactor',
    range: [0.3, 3],
    meaning: 'factor on the power of every internal gain',
  },
  {
    ...FACTOR,
    ...OF_BUILDING,
    id: 'opaqueUFactor',
    limits: [0.05, 20],
    range: [0.5, 2],
    meaning:
      'divides the resistance of every layer of elements to outdoors, ground and other zones; films, windows and frames stay, so the U-value moves by less',
  },
  {
    ...FACTOR,
    ...OF_BUILDING,
    id: 'glazingSolarFactor',
    limits: [0.05, 20],
    range: [0.5, 1.3],
    meaning:
      'factor on the g-value of glazings known by U and g, below 1; glazings described by panes keep them',
  },
  {
    id: 'systemEfficiency',
    unit: '1',
    neutral: 1,
    limits: [0.05, 20],
    range: [0.5, 1.1],
    followsStart: true,
    of: 'meter',
    uses: METERED_USES,
    meaning: 'need / delivered energy of the metered use (of heating, for electricity)',
  },
  {
    id: 'coolingEfficiency',
    unit: '1',
    neutral: 1,
    limits: [0.05, 30],
    range: [1.5, 6],
    followsStart: true,
    of: 'meter',
    uses: ['electricity'],
    meaning: 'cooling need / electricity for it',
  },
  {
    id: 'meteredGainShare',
    unit: '1',
    neutral: 0,
    limits: [0, 1],
    range: [0, 1],
    followsStart: false,
    of: 'meter',
    uses: ['electricity'],
    meaning: 'share of the internal gains that is electricity through this meter; people are not',
  },
  {
    id: 'baseLoadW',
    unit: 'W',
    neutral: 0,
    limits: [0, 1e9],
    range: null,
    followsStart: false,
    of: 'meter',
    uses: METERED_USES,
    meaning: 'constant power of other uses on the same meter, hot water for example',
  },
] as const satisfies readonly ZoneParameter[];

export type ZoneParameterId = (typeof ZONE_PARAMETERS)[number]['id'];

/** Values by id; what is absent is neutral. */
export type ZoneParameterValues = Readonly<Partial<Record<ZoneParameterId, number>>>;

export const zoneParameter = (id: string): ZoneParameter | undefined =>
  ZONE_PARAMETERS.find((one) => one.id === id);

/** A value with its neutral one where absent. */
export const valueOf = (values: ZoneParameterValues, id: ZoneParameterId): number =>
  values[id] ?? zoneParameter(id)!.neutral;

/** Values that stand between building and meter, which no building file can hold. */
export function meterValues(values: ZoneParameterValues): ZoneParameterValues {
  return Object.fromEntries(
    ZONE_PARAMETERS.flatMap(({ id, of }) =>
      of === 'meter' && values[id] !== undefined ? [[id, values[id]]] : [],
    ),
  );
}
