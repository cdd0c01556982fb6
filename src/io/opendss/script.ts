import { textOf, resolvePath } from './fileAccess';
import { runCommand } from './commands';
import { PropertyEdit } from './propertyEdit';
import type { Session } from './session';

/** Runs a script and what it includes. Stops early once `solves` solutions were asked for. */
export class ScriptRunner {
  readonly edit: PropertyEdit;
  private readonly open: string[] = [];
  private lines = 0;

  constructor(
    readonly session: Session,
    private readonly solves = Infinity,
  ) {
    this.edit = new PropertyEdit(session);
  }

  get stopped(): boolean {
    return this.session.solveCount >= this.solves || this.lines >= MAX_LINES;
  }

  /** `Redirect` and `Compile`; after the latter the file's folder stays the present one. */
  runFile(written: string, stay: boolean): void {
    const { session } = this;
    const path = this.find(written);
    const key = path?.toLowerCase() ?? '';
    if (path === undefined || this.open.includes(key) || this.open.length >= MAX_DEPTH) {
      session.reports.error({
        code: path === undefined ? 'dss-file' : 'dss-recursion',
        value: written,
        message:
          path === undefined
            ? `The file "${written}" was not found.`
            : `"${written}" includes itself, or files go ${MAX_DEPTH} deep.`,
        remedy:
          path === undefined
            ? 'Put it beside the file that names it, or correct the name.'
            : 'Take the repetition out.',
      });
      return;
    }
    this.open.push(key);
    const place = session.reports.place;
    const leave = session.enter(path);
    this.runText(textOf(session.files.read(path)!), path);
    if (!stay) leave();
    session.reports.place = place;
    this.open.pop();
  }

  /** Path of a file as it is, or with `.dss` where it has no extension. */
  private find(written: string): string | undefined {
    const path = resolvePath(this.session.folder, written);
    const candidates = path.slice(path.lastIndexOf('/') + 1).includes('.') ? [path] : [path, `${path}.dss`];
    return candidates.find((candidate) => this.session.files.read(candidate) !== undefined);
  }

  runText(text: string, source: string): void {
    let inBlock = false;
    let line = 0;
    for (let start = 0; start < text.length && !this.stopped;) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      const content = text.slice(start, text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end);
      start = end + 1;
      line += 1;
      this.lines += 1;
      // A block comment begins in the first column and ends with the line that closes it.
      if (!inBlock && content.startsWith('/*')) inBlock = true;
      if (!inBlock) {
        this.session.reports.place = { source, line };
        runCommand(this, content);
      } else if (content.includes('*/')) {
        inBlock = false;
      }
    }
  }
}

const CARRIAGE_RETURN = 13;
const MAX_DEPTH = 40;
const MAX_LINES = 20_000_000;
