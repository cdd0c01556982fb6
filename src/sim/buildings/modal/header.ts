/**
 * What the host and the kernel agree on. Both sides compile this file (the kernel as AssemblyScript), so there is one
 * declaration of the layout. Numbers are of the kernel's precision; a "vector" holds one number of each lane, 16 bytes,
 * which are 2 lanes of f64 or 4 of f32. Lanes are buildings, and a group is as many buildings as a vector has lanes.
 */

/** Bytes of a vector. */
export const VECTOR = 16;
/** Temperatures inside are reckoned from it. */
export const REFERENCE_DEG_C = 20.0;

/** 32-bit words at address 0. Addresses unless said otherwise. */
export const STEP_COUNT = 0;
/** [step][outdoor, sky, roof planes, wall planes, transmitted planes, pane planes], temperatures less the reference. */
export const YEAR = 1;
export const YEAR_NUMBERS = 2;
export const ROOF_PLANES = 3;
export const WALL_PLANES = 4;
export const GLASS_PLANES = 5;
/** [step] byte: 1 where any plane has sun. */
export const DAYLIGHT = 6;
/** [step] 16 bits: place in the schedules' tables. */
export const TABLE_AT = 7;
/** [group][GROUP_WORDS]. */
export const GROUPS = 8;
/** Of the group at hand, [step of the stretch]: SUN [SUN_DRIVES] vectors, the others one vector. */
export const SUN = 9;
export const APPLIANCES = 10;
export const HEAT = 11;
export const COOL = 12;
export const TEMP = 13;
/** 1 where the host has written SUN or APPLIANCES. */
export const SUN_GIVEN = 14;
export const APPLIANCES_GIVEN = 15;
/** 1 where shares are added to the sums. */
export const SUMMING = 16;
export const HEADER_BYTES = 128;

/** A group's words. */
export const GROUP_MODES = 0;
/** Its schedule: [place][SCHEDULE_NUMBERS], of all lanes alike. */
export const GROUP_SCHEDULE = 1;
/** [mode][MODE_NUMBERS] vectors, [ROW_NUMBERS] vectors, [plane] vectors of weights in the order of the year's. */
export const GROUP_COEFFICIENTS = 2;
export const GROUP_ROW = 3;
export const GROUP_WEIGHTS = 4;
/** [mode], then convective and radiative power of the last step: vectors. */
export const GROUP_STATE = 5;
/** [TOTALS_NUMBERS][lane] in double precision. */
export const GROUP_TOTALS = 6;
/** [lane] where the sums of its archetype and its feeder begin. */
export const GROUP_ARCHETYPES = 7;
export const GROUP_FEEDERS = 11;
export const GROUP_WORDS = 16;

/** Numbers of a place in a schedule's table. */
export const PERSONS = 0;
export const APPLIANCE_SHARE = 1;
export const AIR_SHARE = 2;
export const HEAT_TO = 3;
export const COOL_TO = 4;
export const SCHEDULE_NUMBERS = 5;

/** Numbers of a mode; the drives' follow the decay, outdoor and sky first. */
export const MODE_DECAY = 0;
export const MODE_DRIVES = 1;
export const MODE_AIR = 7;
export const MODE_RADIANT = 8;

/** Numbers of a building. The first six: what the air follows at once, K per unit of a drive. */
export const AIR_LATER = 6;
export const RADIANT_LATER = 7;
export const REST = 8;
export const AIR_GAIN = 9;
export const RADIANT_GAIN = 10;
/** Air temperature per watt of the plant, its inverse, and its convective and radiative shares. */
export const HEATING_GAIN = 11;
export const HEATING_PER_K = 12;
export const HEATING_CONVECTIVE = 13;
export const HEATING_RADIATIVE = 14;
export const HEATING_CAPACITY = 15;
export const COOLING_GAIN = 16;
export const COOLING_PER_K = 17;
export const COOLING_CONVECTIVE = 18;
export const COOLING_RADIATIVE = 19;
export const COOLING_CAPACITY = 20;
export const PERSON_POWER = 21;
export const APPLIANCE_POWER = 22;
export const RADIATIVE_SHARE = 23;
export const INFILTRATION = 24;
export const VENTILATION = 25;
export const ROW_NUMBERS = 26;

/** Totals of a building: sums of the shares and of the temperature over steps, then extremes. */
export const TOTAL_HEAT = 0;
export const TOTAL_COOL = 1;
export const TOTAL_TEMP = 2;
export const HIGHEST_HEAT = 3;
export const HIGHEST_COOL = 4;
export const LOWEST_TEMP = 5;
export const HIGHEST_TEMP = 6;
export const TOTALS_NUMBERS = 7;

/**
 * Adding and subtracting it rounds a double to a multiple of 2^-10 (W): sums of such shares are exact below 2^43 W, so
 * they do not depend on any order (README 14). Temperatures likewise to 2^-24 K.
 */
export const ROUND_W = 6597069766656.0;
export const ROUND_K = 402653184.0;
