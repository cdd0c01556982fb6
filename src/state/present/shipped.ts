import shipped from '../../../scenarios/sessions/streets.session.json';
import { readSessionFile, readSessionValue, type Session } from '../../io/sessionFile';
import type { Outcome } from '../../model/outcome';
import { MAP_VARIABLES } from '../view';

/** The session that comes with the app; read like any other file. */
export const shippedSession = (): Outcome<Session> =>
  readSessionValue(shipped, 'streets.session.json', MAP_VARIABLES);

export const sessionOfText = (text: string, fileName: string): Outcome<Session> =>
  readSessionFile(text, fileName, MAP_VARIABLES);
