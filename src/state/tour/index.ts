export { TOUR_STEPS, type TourStep } from './steps';
export { doneOf, Tour, type TourMemory, type TourView, type UserHand } from './tour';
