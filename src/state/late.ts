/** What of a part can be asked for: its methods, which give nothing or a promise. */
export type Late<Part> = {
  readonly [Name in keyof Part]: Part[Name] extends (...given: infer Given) => infer Answer
    ? Answer extends void | Promise<unknown>
      ? (...given: Given) => Answer
      : never
    : never;
};

/** Who hears whether the code of a part has come. */
export interface LateHost {
  /** It could not be fetched for a question of this name; `again` asks it once more, unless it has been dropped since. */
  readonly failed: (question: string, again: () => void) => void;
  /** It is there, or nobody waits for it any more. */
  readonly settled: () => void;
}

/**
 * A study whose code comes when something is first asked of it. What is asked meanwhile waits its turn, in order; from then on
 * it is as if the study had always been there. To cancel one that is not there fetches nothing: what waits is dropped. Where
 * the code cannot be fetched, the host is told, with the question to be asked again; and the next question tries by itself.
 */
export function late<Part extends { cancel(): void }>(load: () => Promise<Part>, host: LateHost): Late<Part> {
  type Method = (...given: readonly unknown[]) => unknown;
  let part: Part | null = null;
  let coming: Promise<Part> | null = null;
  let cancels = 0;
  const fetched = (): Promise<Part> => {
    coming ??= load().then((found) => {
      part = found;
      host.settled();
      return found;
    });
    return coming;
  };
  const ask = async (name: keyof Part, given: readonly unknown[]): Promise<unknown> => {
    const cancelsBefore = cancels;
    let found: Part;
    try {
      found = await fetched();
    } catch {
      coming = null;
      const isDropped = (): boolean => cancels !== cancelsBefore;
      if (!isDropped()) host.failed(String(name), () => (isDropped() ? undefined : void ask(name, given)));
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
        host.settled();
        return undefined;
      },
  });
}
