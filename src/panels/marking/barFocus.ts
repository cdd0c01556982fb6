import { handFocus } from '../parts/handFocus';

const TOOLS = '.mark-bar .mark-tools';

/** To the tool in force as long as the bar of the selection stands, to the button that opens it after that. */
export const handFocusToBar = (): void =>
  handFocus(`${TOOLS} fieldset:last-of-type input:checked`, `${TOOLS} input:checked`, '.mark-open');
