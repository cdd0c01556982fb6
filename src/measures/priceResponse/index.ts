export { criticalDaysCaveat } from './criticalDays';
export { enrolledHouseholds, isEnrolled, PURPOSES, type Purpose } from './enrolment';
export { householdMeasure, type HouseholdMeasure } from './householdMeasure';
export { FEEDBACK_PARAMETERS, PRICE_RESPONSE_PARAMETERS, priceResponseOf } from './parameters';
export { tariffMeasure } from './tariffMeasure';
