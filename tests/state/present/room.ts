import type { RunResult } from '../../../src/engine/contract';
import { fail, succeed } from '../../../src/model/outcome';
import type { RunInput } from '../../../src/model/run';
import { shippedSession } from '../../../src/state/present';
import { scene, turn } from '../slowScene';

const shipped = shippedSession();
if (!shipped.ok) throw new Error('the shipped session does not read');

/** The session that is shipped: `[heatPumps, cars, nights]` are its levers. */
export const session = shipped.value;

type Asked = Pick<Awaited<ReturnType<typeof scene>>, 'previews' | 'years'>;

/** Answers what has been asked for, and what is asked for because of that: years as told, no first look. */
export async function settleWith({ previews, years }: Asked, yearFor: (input: RunInput) => RunResult) {
  for (let round = 0; round < 4; round += 1) {
    for (const look of previews.splice(0)) look.answer(fail([]));
    for (const { input, answer } of years.splice(0)) answer(succeed(yearFor(input)));
    await turn();
  }
}

/** The shipped session under way, in a room whose years come as told. */
export async function roomWith(yearFor: (input: RunInput) => RunResult) {
  const found = await scene();
  const { store, actions } = found;
  // Nothing of a finished year is told here: figures of these years have no columns to come from.
  store.setState({ runs: {} });
  actions.setMode('present');
  actions.present.start(session);
  const settle = () => settleWith(found, yearFor);
  await settle();
  return { ...found, runner: actions.present, settle, present: () => store.getState().present! };
}
