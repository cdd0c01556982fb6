import type { Scenario } from '../../model/scenario';
import { languageSpoken, storyName, storyText, type Words } from '../../words';
import type { AppState } from '../appState';
import { BASELINE_ID } from '../document';
import { descriptionOf, scenarioOf } from '../selectors';

type Named = Pick<Scenario, 'id' | 'name'>;

/** What the program itself says of the baseline; whoever has given it other words sees those. */
const OWN_NAME = 'Baseline';
const OWN_TEXT = 'The district as it stands today.';

/** The name of a scenario; those that the program gave in the language of the page. */
export const scenarioName = ({ id, name }: Named, words: Words): string =>
  id === BASELINE_ID && name === OWN_NAME
    ? words('scenario.baseline')
    : storyName(languageSpoken(words), { id, name });

/** What a scenario says of itself; what the program said of it in the language of the page. */
export function scenarioDescription(state: AppState, scenario: Scenario, words: Words): string {
  const { id, description, parent } = scenario;
  if (id === BASELINE_ID && description === OWN_TEXT) return words('scenario.baselineText');
  if (parent !== undefined && description === `From ${parent.name}.`)
    return words('scenario.from', { name: scenarioName(scenarioOf(state, parent.id) ?? parent, words) });
  return storyText(languageSpoken(words), descriptionOf(state, scenario));
}
