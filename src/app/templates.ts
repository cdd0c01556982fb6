const TEXTS = import.meta.glob<string>('../../scenarios/templates/*', { query: '?raw', import: 'default' });

/** The text of a file to start from, read when somebody takes it. */
export async function loadTemplate(name: string): Promise<string> {
  const load = TEXTS[`../../scenarios/templates/${name}`];
  if (load === undefined) throw new Error(`${name} is not among the templates.`);
  return load();
}
