import { BUILT } from './launch';

/** Before the browser tests: the app they open is the app of this working tree, unless another one is named. */
export default async function buildOnce(): Promise<void> {
  if (BUILT !== undefined) return;
  const { buildApp } = await import('../runner/build.mjs');
  await buildApp();
  const { buildVillage } = await import('../runner/village.mjs');
  await buildVillage();
}
