import { handFocus } from '../parts/handFocus';

/** Where the tour begins: the scenario on screen. */
export const handFocusAfterTour = (): void => handFocus('.scenario-tabs [role="tab"][aria-selected="true"]');
