import order from '../../scenarios/presets/index.json';
import { readScenarioFile } from '../io/scenarioFile';
import type { Scenario } from '../model/scenario';

const URLS = import.meta.glob<string>('../../scenarios/presets/*.scenario.json', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The stories that come with the app, in the order of telling; read when somebody asks for them. */
export async function loadStories(): Promise<readonly Scenario[]> {
  return Promise.all(order.presets.map(readStory));
}

async function readStory(id: string): Promise<Scenario> {
  const name = `${id}.scenario.json`;
  const url = URLS[`../../scenarios/presets/${name}`];
  if (url === undefined) throw new Error(`${name} is not among the stories.`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  const outcome = readScenarioFile(await response.text(), name);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join(' '));
  return outcome.value;
}
