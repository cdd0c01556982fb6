import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { Flows } from './flows';
import { Texts } from './texts';

/** A place of the program that makes a finding, with all that it may say there. */
export interface Site {
  readonly file: string;
  readonly line: number;
  readonly texts: readonly string[];
}

export interface Scan {
  readonly findings: readonly Site[];
  /** Where findings stand. */
  readonly places: readonly Site[];
  /** What the report of an import says of what was read and left out. */
  readonly reports: readonly Site[];
  /** Why a measure cannot be taken somewhere; a finding on a measure that changes nothing counts these. */
  readonly refusals: readonly Site[];
  /** Whole sentences of files that no finding and no report is made of. */
  readonly unsaid: (isWanted: (file: string) => boolean) => readonly string[];
}

/** TypeScript files of folders; the kernels in AssemblyScript are another language. */
export const sourcesIn = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('kernel/'))
      .map((name) => join(folder, name)),
  );

/** Everything that the files say of what they find, as far as it is written out somewhere in them. */
export function scanFindings(files: readonly string[], host?: ts.CompilerHost): Scan {
  const program = ts.createProgram({ rootNames: [...files], options: OPTIONS, ...(host && { host }) });
  const wanted = new Set(files.map((file) => ts.sys.resolvePath(file)));
  const own = program.getSourceFiles().filter(({ fileName }) => wanted.has(ts.sys.resolvePath(fileName)));
  const flows = new Flows(program.getTypeChecker(), own);
  const texts = new Texts(flows);
  return {
    findings: sites(own, texts, (node) => saidInFinding(node, flows.checker)),
    places: sites(own, new Texts(flows), (node) => placeOfFinding(node, flows.checker)),
    reports: [...sites(own, texts, saidInReport), ...skipped(own, flows, texts)],
    refusals: sites(own, texts, (node) => (texts.seen.has(node) ? undefined : refusalOfMeasure(node))),
    unsaid: (isWanted) => own.flatMap((file) => (isWanted(nameOf(file)) ? unsaidIn(file, texts) : [])),
  };
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  resolveJsonModule: true,
  types: [],
};

const nameOf = ({ fileName }: ts.SourceFile): string => fileName.replace(/^.*?(?=src\/)/, '');

function sites(
  files: readonly ts.SourceFile[],
  texts: Texts,
  saidAt: (node: ts.Node) => { readonly said: ts.Expression; readonly after?: string } | undefined,
): Site[] {
  const found: Site[] = [];
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      const at = saidAt(node);
      if (at !== undefined)
        found.push({
          file: nameOf(file),
          line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
          texts: texts.of(at.said).map((text) => `${text}${at.after ?? ''}`),
        });
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** `message` and `remedy` of an object that has both or is asked for both, and what a schema says of what it refuses. */
function saidInFinding(node: ts.Node, checker: ts.TypeChecker): ReturnType<Parameters<typeof sites>[2]> {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return undefined;
  const said = ts.isPropertyAssignment(node) ? node.initializer : node.name;
  const name = node.name.getText();
  if (name === 'remedy') return { said };
  if (name !== 'message' && name !== 'error') return undefined;
  const types = [checker.getTypeAtLocation(node.parent), checker.getContextualType(node.parent)];
  const parts = types.flatMap((type) => (type === undefined ? [] : type.isUnion() ? type.types : [type]));
  if (name === 'message' && parts.some((type) => type.getProperty('remedy') !== undefined)) return { said };
  const call = node.parent.parent;
  const called = ts.isCallExpression(call) ? checker.getResolvedSignature(call)?.declaration : undefined;
  // The one who reports a schema's message sets the point behind it.
  return called?.getSourceFile().fileName.includes('/zod/') === true ? { said, after: '.' } : undefined;
}

/** `where` of a finding, of a place that findings are made at, or given to what makes one. */
function placeOfFinding(node: ts.Node, checker: ts.TypeChecker): ReturnType<Parameters<typeof sites>[2]> {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return undefined;
  if (node.name.getText() !== 'where') return undefined;
  const said = ts.isPropertyAssignment(node) ? node.initializer : node.name;
  const { flags } = checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(said));
  if (!(flags & ts.TypeFlags.String)) return undefined;
  const made = checker.getTypeAtLocation(node.parent);
  const asked = checker.getContextualType(node.parent);
  const isFinding = [made, asked].some((type) => type?.getProperty('remedy') !== undefined);
  const isPlace = made.getProperties().every(({ name }) => /^(source|where|field|value)$/.test(name));
  return isFinding || isPlace ? { said } : undefined;
}

/** Remarks, formats and height systems of a file that was read. */
function saidInReport(node: ts.Node): ReturnType<Parameters<typeof sites>[2]> {
  if (!ts.isExpression(node)) return undefined;
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.initializer === node)
    return /^(format|verticalDatum)$/.test(parent.name.getText()) ? { said: node } : undefined;
  if (ts.isCallExpression(parent))
    return parent.expression.getText() === 'remarks.push' ? { said: node } : undefined;
  if (!ts.isArrayLiteralExpression(parent) || ts.isSpreadElement(node)) return undefined;
  const holder = parent.parent;
  const isRemarks =
    (ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder)) &&
    holder.name.getText() === 'remarks';
  return isRemarks ? { said: node } : undefined;
}

/** Why something was left out: what is given to a method `skip(reason, id)`. */
function skipped(files: readonly ts.SourceFile[], flows: Flows, texts: Texts): Site[] {
  const methods = files.flatMap((file) =>
    file.statements
      .filter(ts.isClassDeclaration)
      .flatMap(({ members }) => members.filter(ts.isMethodDeclaration))
      .filter((method) => method.name.getText() === 'skip'),
  );
  return methods.flatMap((method) =>
    flows.callsOf(method).flatMap((call): Site[] => {
      const [reason] = call.arguments ?? [];
      const file = call.getSourceFile();
      const { line } = file.getLineAndCharacterOfPosition(call.getStart());
      return reason === undefined ? [] : [{ file: nameOf(file), line: line + 1, texts: texts.of(reason) }];
    }),
  );
}

/** A sentence begins with a capital letter or a blank, has several words and ends with a point. */
const SENTENCE = /^(?:[\p{Lu}"“]|\$\{)[^]* [^]*\.$/u;

const isSentence = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression =>
  (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) &&
  SENTENCE.test(node.getText().slice(1, -1)) &&
  /[a-z]{2}/.test(node.getText());

/** A sentence of a measure that neither describes it nor tells its costs; what is a finding by itself has been seen. */
function refusalOfMeasure(node: ts.Node): ReturnType<Parameters<typeof sites>[2]> {
  const file = nameOf(node.getSourceFile());
  if (!file.startsWith('src/measures/') || file.endsWith('/investment.ts') || !isSentence(node))
    return undefined;
  const described = ts.findAncestor(
    node,
    (one) => ts.isPropertyAssignment(one) && /^(changes|label)$/.test(one.name.getText()),
  );
  return described === undefined ? { said: node } : undefined;
}

function unsaidIn(file: ts.SourceFile, texts: Texts): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isSentence(node) && !texts.seen.has(node))
      found.push(`${nameOf(file)}: ${node.getText().slice(1, -1)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
