/** The middle value, the upper of two; NaN of none. */
export const median: (values: readonly number[]) => number;
