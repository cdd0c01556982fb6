import type {
  Session,
  SessionKpi,
  SessionLever,
  SessionQuestion,
  SessionStep,
  SessionText,
} from '../../io/session';
import { readSessionValue, SESSION_SCHEMA } from '../../io/sessionFile';
import { KPI_PLACES } from '../../kpi/kpiGroups';
import type { Outcome } from '../../model/outcome';
import { MEASURE_TYPES } from '../../model/scenario';
import type { Language } from '../../words';
import { MAP_VARIABLES } from '../view';

/** Whether a session that has been changed by hand still is one; everything that is wrong in it otherwise. */
export const checkedSession = (session: Session): Outcome<Session> =>
  readSessionValue({ schema: SESSION_SCHEMA, ...session }, session.id, MAP_VARIABLES);

/** A text changed in one language; the other one stays as it was. */
export const withText = (text: SessionText, language: Language, typed: string): SessionText =>
  typeof text === 'string' ? typed : { ...text, [language]: typed };

/** A list with one of its rows changed. */
export const withRow = <Row>(list: readonly Row[], row: number, part: Partial<Row>): readonly Row[] =>
  list.map((one, at) => (at === row ? { ...one, ...part } : one));

export const withoutRow = <Row>(list: readonly Row[], row: number): readonly Row[] =>
  list.filter((_, at) => at !== row);

/** A list with one of its rows a place earlier. */
export function earlierRow<Row>(list: readonly Row[], row: number): readonly Row[] {
  if (row < 1 || row >= list.length) return list;
  const moved = [...list];
  [moved[row - 1], moved[row]] = [list[row]!, list[row - 1]!];
  return moved;
}

/** The first indicator that the session does not show yet, under its own name. */
export function newFigure({ kpis }: Session, nameOf: (id: string) => string): SessionKpi | null {
  const id = [...KPI_PLACES.keys()].find((one) => !kpis.some((kpi) => kpi.id === one));
  return id === undefined ? null : { id, words: nameOf(id) };
}

/** A lever of the first measure that no lever moves yet, from the present day to everybody. */
export function newLever(
  { levers }: Session,
  words: { readonly nameOf: (measure: SessionLever['measure']) => string } & Readonly<
    Record<'of' | 'today' | 'some' | 'all', string>
  >,
): SessionLever | null {
  const measure = MEASURE_TYPES.find((type) => !levers.some((lever) => lever.measure === type));
  if (measure === undefined) return null;
  let number = levers.length + 1;
  while (levers.some(({ id }) => id === `lever-${number}`)) number += 1;
  return {
    ...{ id: `lever-${number}`, measure, words: words.nameOf(measure), of: words.of },
    levels: [
      { words: words.today, share: 0 },
      { words: words.some, share: 0.5 },
      { words: words.all, share: 1 },
    ],
  };
}

/** A question about the first figure: does it fall, stay or rise? */
export const newQuestion = (
  { kpis }: Session,
  words: Readonly<Record<'question' | 'falls' | 'stays' | 'rises', string>>,
): SessionQuestion => ({
  kpiId: kpis[0]?.id ?? '',
  words: words.question,
  options: [
    { words: words.falls, belowPercent: -2 },
    { words: words.stays, belowPercent: 2 },
    { words: words.rises, belowPercent: null },
  ],
});

export const newStep = (words: string): SessionStep => ({ words, minutes: 10, text: '', locked: [] });

/** A session with another figure in a row; questions about the one before are about it from now on. */
export function withFigure(session: Session, row: number, figure: SessionKpi): Session {
  const before = session.kpis[row]?.id;
  return {
    ...session,
    kpis: withRow(session.kpis, row, figure),
    questions: session.questions.map((one) => (one.kpiId === before ? { ...one, kpiId: figure.id } : one)),
  };
}

/** A session without a figure; questions about it are about the first that is left. */
export function withoutFigure(session: Session, row: number): Session {
  const gone = session.kpis[row]?.id;
  const kpis = withoutRow(session.kpis, row);
  const [first] = kpis;
  return {
    ...session,
    kpis,
    questions: session.questions.map((one) =>
      one.kpiId === gone && first !== undefined ? { ...one, kpiId: first.id } : one,
    ),
  };
}

/** A session without a lever, and without what names it in the agenda. */
export function withoutLever(session: Session, row: number): Session {
  const gone = session.levers[row]?.id;
  return {
    ...session,
    levers: withoutRow(session.levers, row),
    agenda: session.agenda.map((step) => ({ ...step, locked: step.locked.filter((id) => id !== gone) })),
  };
}
