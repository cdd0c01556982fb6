import type { LateHost } from '../late';
import type { AppStore } from '../store';

/** What comes late, by the name that the catalogue of texts has for them. */
export type LateName =
  | 'wayOut'
  | 'comparison'
  | 'difference'
  | 'tornado'
  | 'hosting'
  | 'peaks'
  | 'timeline'
  | 'counted'
  | 'report';

/** What was asked of studies that are not there: the state says which, and all of it can be asked again. */
export class MissingStudies {
  /** The last question of each name, by study. */
  private readonly questions = new Map<LateName, Map<string, () => void>>();

  private readonly waiting = new Map<LateName, (hasCome: boolean) => void>();

  constructor(private readonly store: AppStore) {}

  hostOf(name: LateName): LateHost {
    return {
      failed: (question, again) => {
        const asked = this.questions.get(name) ?? new Map<string, () => void>();
        this.questions.set(name, asked.set(question, again));
        this.tell();
        this.answer(name, false);
      },
      settled: () => {
        if (this.questions.delete(name)) this.tell();
        this.answer(name, true);
      },
    };
  }

  /** Fetches what something needs and does it then; where it does not come, that is asked again with everything else. */
  async whenFetched<Part>(
    name: LateName,
    load: () => Promise<Part>,
    work: (part: Part) => void,
  ): Promise<void> {
    const host = this.hostOf(name);
    let part: Part;
    try {
      part = await load();
    } catch {
      return host.failed('fetch', () => void this.whenFetched(name, load, work));
    }
    host.settled();
    work(part);
  }

  /** Asks all of it once more; what still does not come is told again. Whether all of it has come. */
  async askAgain(): Promise<boolean> {
    const names = [...this.questions.keys()];
    const all = names.flatMap((name) => [...this.questions.get(name)!.values()]);
    const answers = names.map(
      (name) => new Promise<boolean>((resolve) => void this.waiting.set(name, resolve)),
    );
    this.questions.clear();
    this.tell();
    for (const again of all) again();
    return (await Promise.all(answers)).every((hasCome) => hasCome);
  }

  private answer(name: LateName, hasCome: boolean): void {
    this.waiting.get(name)?.(hasCome);
    this.waiting.delete(name);
  }

  private tell(): void {
    this.store.setState({ missing: [...this.questions.keys()] });
  }
}
