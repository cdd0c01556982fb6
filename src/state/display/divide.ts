/** Where a map of two scenarios may be divided, shares of its width: both stay in sight. */
export const DIVIDE_FROM = 0.05;
export const DIVIDE_TO = 0.95;
