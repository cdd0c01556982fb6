/** The year of every run and file of weather: 365 days, without 29 February. */
export const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
export const HOURS_OF_YEAR = 8760;
