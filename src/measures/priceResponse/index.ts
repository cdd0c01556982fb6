export {
  applianceFactors,
  ofEnrolled,
  withFeedback,
  type ApplianceFactors,
  type MeanDays,
} from './applianceFactors';
export {
  dayFactors,
  LEAST_PRICE_PER_KWH,
  NO_PRICE_RESPONSE,
  respondToPrices,
  type PricedDay,
  type PriceResponse,
} from './dayFactors';
export { enrolledShareOf, feedbackShareOf, isEnrolled, responseAt } from './enrolment';
export {
  ELASTICITY_SHARE_SOURCE,
  PRICE_RESPONSE_PARAMETERS,
  priceResponseOf,
  RECRUITMENT,
  type Recruitment,
} from './parameters';
