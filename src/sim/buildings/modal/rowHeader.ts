/**
 * Memory of the row kernel, declared once for the host and for the kernel (AssemblyScript): one zone at a time, over a
 * stretch of at most MARCH_STEPS steps. Addresses in bytes. Lanes are modes: a vector of 16 bytes holds two of them, in
 * double precision. Everything here is a plain number or a sum of such, which both compilers take.
 */

/** A week by the quarter hour. */
export const MARCH_STEPS = 672;
/** Bytes of a column of numbers by step. */
export const COLUMN = 5376;
/** Places of a schedule's tables: four classes of days, three kinds, 96 steps. */
export const TABLE_PLACES = 1152;
/** Vectors of modes; planes of roofs and parts of walls, two horizons each: sixteen planes, eight orientations. */
export const MARCH_PAIRS = 16;
export const MARCH_ROOFS = 32;
export const MARCH_WALLS = 16;

/** [step], degC. */
export const OUTDOOR = 1024;
export const SKY = OUTDOOR + COLUMN;
/** [step], W: all gains from inside. */
export const GAINS = SKY + COLUMN;
/** [step] What comes out: W over the step, degC at its end. */
export const HEAT = GAINS + COLUMN;
export const COOL = HEAT + COLUMN;
export const TEMP = COOL + COLUMN;
/** [SUN_DRIVES][step], of steps with sun. */
export const SUN = TEMP + COLUMN;
/** [step] 16 bits: place in the tables. */
export const PLACE = SUN + 4 * COLUMN;
/** [step] byte: 1 where there is sun. */
export const LIT = PLACE + 2 * MARCH_STEPS;
/** [place] */
export const HEAT_TO_DEG_C = LIT + MARCH_STEPS;
export const COOL_TO_DEG_C = HEAT_TO_DEG_C + 8 * TABLE_PLACES;
export const AIR_SHARES = COOL_TO_DEG_C + 8 * TABLE_PLACES;
/**
 * The building, copied in one piece: [ROW_NUMBERS] as in header, weights of the roofs' planes, [part of wall][3] of the
 * walls', then [pair][MODE_NUMBERS] vectors.
 */
export const ROW = AIR_SHARES + 8 * TABLE_PLACES;
export const ROOF_WEIGHT = ROW + 256;
export const WALL_WEIGHTS = ROOF_WEIGHT + 8 * MARCH_ROOFS;
export const MODES = WALL_WEIGHTS + 24 * MARCH_WALLS;
/** [mode], zeros behind; then convective and radiative power of the last step. */
export const STATE = MODES + 144 * MARCH_PAIRS;
export const POWERS = STATE + 16 * MARCH_PAIRS;
/** [roof] address of its column, 32 bits. */
export const ROOF_PLANE = POWERS + 16;
/** [part of wall] address of three columns: on the wall, through its panes, into them. */
export const WALL_PLANES_AT = ROOF_PLANE + 4 * MARCH_ROOFS;
/** Columns of irradiance. */
export const PLANES = WALL_PLANES_AT + 4 * MARCH_WALLS;
