/** What of a part can be asked for: its methods, which give nothing or a promise. */
export type Late<Part> = {
  readonly [Name in keyof Part]: Part[Name] extends (...given: infer Given) => infer Answer
    ? Answer extends void | Promise<unknown>
      ? (...given: Given) => Answer
      : never
    : never;
};

/**
 * A study whose code comes when something is first asked of it. What is asked meanwhile waits its turn, in order; from then on
 * it is as if the study had always been there. To cancel one that is not there fetches nothing: what waits is dropped. Where
 * the code cannot be fetched, `failed` is told, and the next question tries again.
 */
export function late<Part extends { cancel(): void }>(
  load: () => Promise<Part>,
  failed: () => void,
): Late<Part> {
  type Method = (...given: readonly unknown[]) => unknown;
  let part: Part | null = null;
  let coming: Promise<Part> | null = null;
  let cancels = 0;
  const fetched = (): Promise<Part> => {
    coming ??= load().then((found) => (part = found));
    return coming;
  };
  const ask = async (name: keyof Part, given: readonly unknown[]): Promise<unknown> => {
    const cancelsBefore = cancels;
    let found: Part;
    try {
      found = await fetched();
    } catch {
      coming = null;
      if (cancels === cancelsBefore) failed();
      return undefined;
    }
    if (cancels !== cancelsBefore) return undefined;
    return (found[name] as Method).apply(found, [...given]);
  };
  return new Proxy({} as Late<Part>, {
    get:
      (_, name) =>
      (...given: readonly unknown[]) => {
        if (part !== null) return (part[name as keyof Part] as Method).apply(part, [...given]);
        if (name !== 'cancel') return ask(name as keyof Part, given);
        cancels += 1;
        return undefined;
      },
  });
}
