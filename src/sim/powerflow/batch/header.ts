/**
 * What the driver and the kernel agree on: the first kibibyte of the kernel's memory. Each name is the index of a 32-bit
 * word. Both sides compile this file (the kernel as AssemblyScript), so there is one declaration of the layout.
 *
 * "Vector" arrays stand as [position][phase][re, im][lane] in single precision and as [half of the lanes][position][phase]
 * [re, im][lane of the half] in double, halves HALF_BYTES apart: a slot is one vector of 16 bytes either way. "Shared" arrays
 * stand as [position][phase][re, im] or as stated. Names ending in 32 and 64 are the same quantity in single and in double
 * precision.
 */

/** Steps solved side by side: one vector of single or two of double precision. */
export const LANES = 4;
/** Numbers of one position in a vector array, without lanes. */
export const SLOTS = 6;

/** Positions; the first with an injection in or below it (in elimination), and the entries and blocks before that one. */
export const POSITION_COUNT = 0;
export const ACTIVE_POSITION = 1;
export const ACTIVE_ENTRY = 2;
export const ACTIVE_BLOCK = 3;
export const ENTRY_COUNT = 58;
export const BLOCK_COUNT = 59;
/** [position]: COLUMN_ADDS, COLUMN_ENDS, COLUMN_BALANCED, and the number of entries from COLUMN_ENTRIES up. */
export const COLUMNS = 60;
/** [entry of a column that ends a run]: its row, as a position. */
export const ENTRY_ROWS = 61;

/** Inverse diagonal blocks, [position][00, 01, 02, 11, 12, 22][re, im], shared. */
export const DIAGONAL32 = 4;
export const DIAGONAL64 = 5;
/** Lower blocks, [block][3][3][re, im], shared: those of the entries, for balanced columns see there. */
export const LOWER32 = 6;
export const LOWER64 = 7;
/** Voltages without load, shared. */
export const NO_LOAD32 = 8;
export const NO_LOAD64 = 9;
/** [position][phase][low, high]: |V|^2 between which a fused load has constant power, shared. */
export const BOUNDS32 = 10;
export const BOUNDS64 = 11;
export const HAS_BOUNDS = 12;
/** [position][phase][low, a, b, c]: below the bounds |V|^2 <= low draws the admittance c s, above it (a + b / |V|) s. */
export const RULES32 = 62;
export const RULES64 = 63;

/**
 * Complex powers (p, q) of the fused loads, vector, then of the elements, [element][p, q][lane], of the steps at hand: halves
 * LOADS_HALF_BYTES apart. One of the two is a group of LOADS; the kernel sets the word as it goes on.
 */
export const POWER32 = 13;
export const POWER64 = 14;
/** Deviation U from the no-load voltage, vector. */
export const DEVIATION32 = 15;
export const DEVIATION64 = 16;
/** D^-1 times the forward-substituted currents, vector; in double precision of one half of the lanes at a time. */
export const SCALED32 = 17;
export const SCALED64 = 18;
/** Currents on their way to an ancestor, and those computed outside the sweep, likewise; read once, then zero again. */
export const CARRIED32 = 19;
export const CARRIED64 = 20;

/** Positions with shunts as injections, and their blocks [shunt][3][3][re, im]. */
export const SHUNT_COUNT = 21;
export const SHUNT_POSITIONS = 22;
export const SHUNTS32 = 23;
export const SHUNTS64 = 24;

/** Loads of the chunk, [group of LANES steps] at LOADS_BYTES each, in the precision that is asked for. The driver transposes. */
export const LOADS = 25;
export const LOADS_BYTES = 26;
export const LOADS_HALF_BYTES = 27;
export const HALF_BYTES = 28;

/** Injections outside the sweep: [element][plus, minus] as 3 * position + phase (one position is earth). */
export const ELEMENT_COUNT = 32;
export const ELEMENTS = 33;
/** [element][ELEMENT_NUMBERS]: |V|^2 at the ends of ranges 0, 1, 2, then [range][aP, bP, cP, aQ, bQ, cQ], shared. */
export const ELEMENT_LAWS32 = 34;
export const ELEMENT_LAWS64 = 35;
/** Settings. */
export const MAX_ITERATIONS = 38;
export const POLISH = 39;

/** Per step of the chunk: 1 solved, 0 not; iterations. Bytes. */
export const STEP_SOLVED = 40;
export const STEP_ITERATIONS = 41;

/** Voltage results: [watched] -> 3 * position + phase of its variable, and of the one to add (or of earth, where all is 0). */
export const WATCHED_COUNT = 42;
export const WATCHED = 43;
/** [watched][step of chunk], or [watched][re, im][step]; rows at VOLTAGE_BYTES each. */
export const VOLTAGES = 44;
export const VOLTAGE_BYTES = 45;
/** 0 none, 1 magnitudes in single, 2 magnitudes in double, 3 complex in double. */
export const VOLTAGE_KIND = 46;
/** Unbalance |V-|/|V+| of watched nodes taken three by three: how many threes (0 = not wanted); [three][step of chunk] in double
 * precision, rows at UNBALANCE_BYTES each. */
export const UNBALANCE_COUNT = 67;
export const UNBALANCE = 68;
export const UNBALANCE_BYTES = 69;
/** Extremes per watched node, [watched][lane]: lowest and highest |V|^2, then their steps. */
export const KEEP_EXTREMES = 64;
export const LOWEST = 47;
export const HIGHEST = 48;
export const LOWEST_STEP = 49;
export const HIGHEST_STEP = 50;

/** Branches: [branch][BRANCH_WORDS]: first variable (3 * position) of the from and the to block, their reference slots as
 * variables (or earth), kind. */
export const BRANCH_COUNT = 51;
export const BRANCHES = 52;
/** [branch][BRANCH_NUMBERS], shared: y_ft, y_ff + y_ft, y_tt + y_ft' as [3][3][re, im]; then for the from and the to end the
 * currents without load and the voltages without load, [3][re, im] each. */
export const BRANCH_DATA = 53;
/** [branch][field][step of chunk] in double precision; rows at BRANCH_BYTES each. Fields: BRANCH_FIELDS, or LARGEST_FIELDS where
 * BRANCH_KIND is 1. */
export const BRANCH_RESULTS = 55;
export const BRANCH_BYTES = 56;
export const BRANCH_KIND = 66;
/** [step of chunk]: sum of branch losses, W. */
export const LOSSES = 57;

/** The column takes up CARRIED: other columns than the one before it end here, or elements inject outside the sweep. */
export const COLUMN_ADDS = 1;
/** The column does not just hand its current to the next position (L = -identity): it has entries, or is a root. */
export const COLUMN_ENDS = 2;
/**
 * The blocks of its entries sum to minus identity, but for shunts below: the last block is not stored. If there are such
 * shunts, their share of the last one is (COLUMN_SHUNTED), which is small and so takes little rounding with it.
 */
export const COLUMN_BALANCED = 4;
export const COLUMN_SHUNTED = 8;
/** Shift of the number of entries. */
export const COLUMN_ENTRIES = 4;

/** Numbers of an element's law: y(|V|) = a + b / |V| + c / |V|^2 by range, in per unit. */
export const ELEMENT_NUMBERS = 27;
export const BRANCH_WORDS = 5;
/**
 * Kinds: any two-port; a pure series branch, the same current at both ends; a line, y_ft symmetric and y_ff + y_ft, y_tt + y_ft'
 * susceptances.
 */
export const COUPLED = 0;
export const SERIES = 1;
export const LINE = 2;
export const BRANCH_NUMBERS = 78;
/** Results per branch: p and q into the from end, loss, then |i| of the phases at the from and the to end. */
export const BRANCH_FIELDS = 9;
/** The same, but of the six currents the largest only. */
export const LARGEST_FIELDS = 4;

/**
 * Deviation of the reference loads, in single precision, [position][phase][re, im of A, re, im of B]: at a share x of them, steps
 * start from U = x A + x^2 B, with a share of its own for every phase.
 */
export const REFERENCE = 65;

/** Bytes: where the settings in double precision stand, and the state of the lanes. */
export const TOLERANCE_AT = 512;
/**
 * 1 / (sum of p of the reference) by phase, 0 without one; largest component of its U; contraction of an iteration there;
 * [phase][lane] share of it (single).
 */
export const PER_REFERENCE_AT = 520;
export const REFERENCE_SIZE_AT = 544;
export const REFERENCE_RATIO_AT = 552;
export const SHARES_AT = 560;
export const LANE_STATE_AT = 640;
/** Bytes of the header; arrays start behind it. */
export const HEADER_BYTES = 1024;
