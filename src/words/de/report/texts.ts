import { CLOSING_TEXTS } from './closing';
import { INDICATOR_TEXTS } from './indicators';
import { PLACE_TEXTS } from './place';

/** The case-study report's own sentences in German, by their English ones; `{1}` and on are filled in afterwards. */
export const REPORT_TEXTS: Readonly<Record<string, string>> = {
  ...PLACE_TEXTS,
  ...INDICATOR_TEXTS,
  ...CLOSING_TEXTS,
};
