/** Before the browser tests: the app they open is the app of this working tree. */
export default async function buildOnce(): Promise<void> {
  const { buildApp } = await import('../runner/build.mjs');
  await buildApp();
}
