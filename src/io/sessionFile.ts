import { KPI_PLACES } from '../kpi/kpiGroups';
import { fail, settle, type Issue, type Outcome } from '../model/outcome';
import { MEASURE_TYPES } from '../model/scenario';
import { readChallenges } from './sessionChallenges';
import { arrayOf, isObject, parseJsonText, property, type JsonObject } from './json';
import type {
  Session,
  SessionKpi,
  SessionLever,
  SessionLevel,
  SessionOption,
  SessionQuestion,
  SessionStep,
  SessionText,
} from './session';

export type * from './session';

export const SESSION_SCHEMA = 'gridtwin-session/1';
const MOST = { kpis: 4, levers: 8, levels: 5, options: 5, questions: 12, steps: 20, letters: 400 } as const;

/** Reads a session whole, or refuses it with everything that is wrong in it. `variables` are those that the map can show. */
export function readSessionFile(
  text: string,
  fileName: string,
  variables: readonly string[],
): Outcome<Session> {
  const json = parseJsonText(text, fileName);
  return json.ok ? readSessionValue(json.value, fileName, variables) : json;
}

export function readSessionValue(
  value: unknown,
  source: string,
  variables: readonly string[],
): Outcome<Session> {
  const reader = new SessionReader(source);
  const session = reader.session(value, variables);
  return reader.issues.length > 0 ? fail(reader.issues) : settle(session, []);
}

export const writeSessionFile = (session: Session): string =>
  `${JSON.stringify({ schema: SESSION_SCHEMA, ...session }, null, 2)}\n`;

/** Collects what is wrong; what it returns counts only where nothing is. */
class SessionReader {
  readonly issues: Issue[] = [];

  constructor(private readonly source: string) {}

  session(value: unknown, variables: readonly string[]): Session {
    const root = isObject(value) ? value : {};
    const schema = property(root, 'schema');
    if (schema !== SESSION_SCHEMA)
      this.wrong(
        'schema',
        schema,
        `Expected a session of the format ${SESSION_SCHEMA}.`,
        'Open a session file.',
      );
    this.unknown(
      '',
      root,
      'schema id title question kpis variable levers questions agenda challenges'.split(' '),
    );
    const levers = this.list(root, 'levers', '', 1, MOST.levers, (one, at) => this.lever(one, at));
    this.unique(
      'levers',
      levers.map(({ id }) => id),
    );
    this.unique(
      'levers',
      levers.map(({ measure }) => measure),
    );
    const known = new Set(levers.map(({ id }) => id));
    const kpis = this.list(root, 'kpis', '', 1, MOST.kpis, (one, at) => this.kpi(one, at));
    const kpiIds = kpis.map(({ id }) => id);
    this.unique('kpis', kpiIds);
    const questions = this.list(root, 'questions', '', 1, MOST.questions, (one, at) =>
      this.question(one, at, kpiIds),
    );
    const variable = this.short(root, 'variable', '');
    if (!variables.includes(variable))
      this.wrong('variable', variable, 'The map has no such variable.', `One of ${variables.join(', ')}.`);
    const { challenges, issues } = readChallenges(property(root, 'challenges'), this.source, known);
    this.issues.push(...issues);
    return {
      id: this.short(root, 'id', ''),
      title: this.text(root, 'title', ''),
      question: this.text(root, 'question', ''),
      ...{ kpis, variable, levers, questions },
      agenda: this.list(root, 'agenda', '', 1, MOST.steps, (one, at) => this.step(one, at, known)),
      ...(challenges.length === 0 ? {} : { challenges }),
    };
  }

  private lever(one: JsonObject, at: string): SessionLever {
    this.unknown(at, one, ['id', 'measure', 'words', 'of', 'levels']);
    const measure = property(one, 'measure');
    const type = MEASURE_TYPES.find((known) => known === measure);
    if (type === undefined)
      this.wrong(
        `${at}.measure`,
        measure,
        'There is no such measure.',
        'Take a type of the measure library.',
      );
    const levels = this.list(one, 'levels', at, 2, MOST.levels, (level, place) => this.level(level, place));
    const shares = levels.map(({ share }) => share);
    if (levels.length > 0 && shares[0] !== 0)
      this.wrong(`${at}.levels`, shares[0], 'The first level is the present day.', 'Give it the share 0.');
    if (shares.some((share, row) => row > 0 && !(share > shares[row - 1]!)))
      this.wrong(`${at}.levels`, shares.join(', '), 'Levels do not rise.', 'Order them by their share.');
    return {
      id: this.short(one, 'id', at),
      measure: type ?? 'heatPumps',
      words: this.text(one, 'words', at),
      of: this.text(one, 'of', at),
      levels,
    };
  }

  private level(one: JsonObject, at: string): SessionLevel {
    this.unknown(at, one, ['words', 'share']);
    return { words: this.text(one, 'words', at), share: this.number(one, 'share', at, 0, 1) };
  }

  private kpi(one: JsonObject, at: string): SessionKpi {
    this.unknown(at, one, ['id', 'words']);
    return { id: this.kpiId(one, 'id', at), words: this.text(one, 'words', at) };
  }

  private kpiId(one: JsonObject, field: string, at: string): string {
    const id = this.short(one, field, at);
    if (!KPI_PLACES.has(id))
      this.wrong(`${at}.${field}`, id, 'There is no such indicator.', 'Take an id of the comparison table.');
    return id;
  }

  private question(one: JsonObject, at: string, shown: readonly string[]): SessionQuestion {
    this.unknown(at, one, ['kpiId', 'words', 'options']);
    const kpiId = this.kpiId(one, 'kpiId', at);
    if (KPI_PLACES.has(kpiId) && !shown.includes(kpiId))
      this.wrong(
        `${at}.kpiId`,
        kpiId,
        'The session does not show this indicator, so its answer could not be revealed.',
        `Add it to kpis, or ask for one of ${shown.join(', ')}.`,
      );
    const options = this.list(one, 'options', at, 2, MOST.options, (option, place) =>
      this.option(option, place),
    );
    const limits = options.map(({ belowPercent }) => belowPercent ?? Infinity);
    if (options.length > 0 && limits.at(-1) !== Infinity)
      this.wrong(
        `${at}.options`,
        limits.at(-1),
        'Nothing stands for larger changes.',
        'Leave the last open: null.',
      );
    if (limits.some((limit, row) => row > 0 && !(limit > limits[row - 1]!)))
      this.wrong(
        `${at}.options`,
        limits.join(', '),
        'Limits do not rise.',
        'Order the options by their limits.',
      );
    return { kpiId, words: this.text(one, 'words', at), options };
  }

  private option(one: JsonObject, at: string): SessionOption {
    this.unknown(at, one, ['words', 'belowPercent']);
    const isOpen = property(one, 'belowPercent') === null;
    return {
      words: this.text(one, 'words', at),
      belowPercent: isOpen ? null : this.number(one, 'belowPercent', at, -100, 100_000),
    };
  }

  private step(one: JsonObject, at: string, levers: ReadonlySet<string>): SessionStep {
    this.unknown(at, one, ['words', 'minutes', 'text', 'locked']);
    const listed = property(one, 'locked');
    if (listed !== undefined && !Array.isArray(listed))
      this.wrong(`${at}.locked`, listed, 'This is no list.', 'Give a list of ids of levers.');
    const locked = arrayOf(listed).map((id) => {
      if (typeof id === 'string' && levers.has(id)) return id;
      this.wrong(`${at}.locked`, id, 'The session has no such lever.', 'Name a lever by its id.');
      return '';
    });
    return {
      words: this.text(one, 'words', at),
      minutes: this.number(one, 'minutes', at, 0, 480),
      // None is written as an empty text.
      text: (property(one, 'text') ?? '') === '' ? '' : this.text(one, 'text', at),
      locked,
    };
  }

  private list<One>(
    of: JsonObject,
    field: string,
    at: string,
    least: number,
    most: number,
    read: (one: JsonObject, at: string) => One,
  ): readonly One[] {
    const place = at === '' ? field : `${at}.${field}`;
    const listed = arrayOf(property(of, field));
    if (listed.length < least || listed.length > most)
      this.wrong(place, listed.length, `There are ${listed.length}.`, `Give ${least} to ${most}.`);
    return listed.slice(0, most).map((one, row) => read(isObject(one) ? one : {}, `${place}[${row}]`));
  }

  private text(of: JsonObject, field: string, at: string): SessionText {
    const value = property(of, field);
    if (typeof value === 'string') return this.checked(value, field, at);
    const [en, de] = isObject(value) ? [property(value, 'en'), property(value, 'de')] : [];
    if (typeof en !== 'string' || typeof de !== 'string') {
      const place = at === '' ? field : `${at}.${field}`;
      this.wrong(place, value, 'A text is missing.', 'Give a text, or one for en and one for de.');
      return '';
    }
    return { en: this.checked(en, field, at), de: this.checked(de, field, at) };
  }

  private checked(text: string, field: string, at: string): string {
    if (text.trim() === '' || text.length > MOST.letters)
      this.wrong(
        at === '' ? field : `${at}.${field}`,
        text.slice(0, 40),
        `A text has ${text.length} letters.`,
        `Give 1 to ${MOST.letters}.`,
      );
    return text;
  }

  private short(of: JsonObject, field: string, at: string): string {
    const value = property(of, field);
    if (typeof value === 'string' && /^[\w-]{1,60}$/.test(value)) return value;
    const place = at === '' ? field : `${at}.${field}`;
    this.wrong(place, value, 'This is no id.', 'Use up to 60 letters, digits and hyphens.');
    return '';
  }

  private number(of: JsonObject, field: string, at: string, least: number, most: number): number {
    const value = property(of, field);
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.wrong(`${at}.${field}`, value, 'This number is not possible here.', `Give ${least} to ${most}.`);
    return 0;
  }

  private unique(field: string, ids: readonly string[]): void {
    for (const id of new Set(ids.filter((one, row) => ids.indexOf(one) !== row)))
      this.wrong(field, id, 'It stands there twice.', 'Keep one of them.');
  }

  private unknown(at: string, of: JsonObject, known: readonly string[]): void {
    for (const name of Object.keys(of))
      if (!known.includes(name))
        this.wrong(at === '' ? name : `${at}.${name}`, name, 'A session has no such field.', 'Take it out.');
  }

  private wrong(field: string, value: unknown, message: string, remedy: string): void {
    const shown = value === undefined ? '' : (JSON.stringify(value) ?? '').slice(0, 60);
    this.issues.push({
      ...{ severity: 'error', code: 'session-refused', source: this.source },
      ...{ field, value: shown, message, remedy },
    });
  }
}
