import type { Circuit } from '../../model/circuit';
import { fail, settle, type Issue, type Outcome } from '../../model/outcome';
import { buildCircuit } from './build/circuit';
import type { FileAccess } from './fileAccess';
import { ScriptRunner } from './script';
import { Session } from './session';

export interface OpenDssCircuit {
  readonly circuit: Circuit;
  /** What the files hold beyond a power flow, and was not used. */
  readonly notes: readonly Issue[];
}

/**
 * Reads an OpenDSS script with all it includes: the circuit as it stands at the end. Where the last solution asked for is
 * no power flow (fault study, harmonics ..), as it stood at the last power flow before it. Errors come all at once.
 */
export function readOpenDss(mainPath: string, files: FileAccess): Outcome<OpenDssCircuit> {
  const session = runScript(mainPath, files);
  const { reports } = session;
  if (session.circuitName === undefined) {
    if (!reports.hasErrors) {
      reports.error({
        code: 'dss-no-circuit',
        message: `"${mainPath}" defines no circuit.`,
        remedy: 'Write New Circuit.name, or name the main file.',
        place: { source: mainPath, line: 1 },
      });
    }
    return fail(reports.issues());
  }
  const circuit = buildCircuit(session);
  const issues = reports.issues();
  return settle({ circuit, notes: issues.filter((issue) => issue.severity === 'note') }, issues);
}

function runScript(mainPath: string, files: FileAccess): Session {
  const session = newSession(mainPath, files);
  new ScriptRunner(session).runFile(mainPath, true);
  const other = session.otherSolve;
  if (other === undefined) return session;
  const finding = {
    field: 'solve',
    value: other.mode,
    place: other.place,
    code: 'dss-solve-mode',
    message: `Solve in mode ${other.mode} is no power flow`,
  };
  if (session.solveCount === 0) {
    const message = `${finding.message}.`;
    session.reports.error({
      ...finding,
      message,
      remedy: 'Solve in mode snapshot, daily, yearly or dutycycle.',
    });
    return session;
  }
  const again = newSession(mainPath, files);
  new ScriptRunner(again, session.solveCount).runFile(mainPath, true);
  const message = `${finding.message}; the circuit is read as it stood at the last power flow before it.`;
  again.reports.warning({ ...finding, message, remedy: 'Nothing to do.' });
  return again;
}

function newSession(mainPath: string, files: FileAccess): Session {
  const session = new Session(files);
  session.reports.place = { source: mainPath, line: 1 };
  return session;
}
