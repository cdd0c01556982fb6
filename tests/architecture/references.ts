import ts from 'typescript';

/** Something a file names outside itself. */
export interface Reference {
  readonly specifier: string;
  /** 'data': the text of an address (new URL, import.meta.glob) or a JSON file; it brings in no code of that room. */
  readonly kind: 'import' | 'data';
  readonly line: number;
}

/** A specifier that is not written out cannot be checked, so it is refused. */
export const UNREADABLE = '(not a literal)';

/** Every import of a TypeScript or JavaScript file: static, type, re-export, dynamic, require, worker, URL, glob. */
export function referencesOf(path: string, text: string): Reference[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const constants = topLevelConstants(file);
  const found: Reference[] = [];
  const add = (argument: ts.Node | undefined, kind: Reference['kind'], at: ts.Node): void => {
    if (!argument) return;
    const { line } = file.getLineAndCharacterOfPosition(at.getStart(file));
    const named = ts.isIdentifier(argument) ? constants.get(argument.text) : undefined;
    const literal = named ?? (ts.isLiteralTypeNode(argument) ? argument.literal : argument);
    const specifier = ts.isStringLiteralLike(literal) ? literal.text : UNREADABLE;
    found.push({
      specifier,
      kind: /\.(json|css|svg|png|wasm)(\?|$)/.test(specifier) ? 'data' : kind,
      line: line + 1,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
      add(node.moduleSpecifier, 'import', node);
    else if (ts.isImportTypeNode(node)) add(node.argument, 'import', node);
    else if (ts.isExternalModuleReference(node)) add(node.expression, 'import', node);
    else if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) add(node.name, 'import', node);
    else if (ts.isCallExpression(node)) visitCall(node, add);
    else if (ts.isNewExpression(node)) visitNew(node, file, add);
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const { fileName } of [...file.referencedFiles, ...file.typeReferenceDirectives]) {
    found.push({ specifier: fileName, kind: 'import', line: 1 });
  }
  return found;
}

/** What each `const` at the top of the file is set to, so that an address may have a name. */
function topLevelConstants(file: ts.SourceFile): ReadonlyMap<string, ts.Expression> {
  const lists = file.statements.filter(ts.isVariableStatement).map(({ declarationList }) => declarationList);
  const constants = lists.filter(({ flags }) => (flags & ts.NodeFlags.Const) !== 0);
  return new Map(
    constants
      .flatMap(({ declarations }) => [...declarations])
      .flatMap(({ name, initializer }) =>
        ts.isIdentifier(name) && initializer ? [[name.text, initializer] as const] : [],
      ),
  );
}

type Add = (argument: ts.Node | undefined, kind: Reference['kind'], at: ts.Node) => void;

function visitCall(node: ts.CallExpression, add: Add): void {
  const callee = node.expression;
  if (callee.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], 'import', node);
  else if (ts.isIdentifier(callee) && callee.text === 'require') add(node.arguments[0], 'import', node);
  else if (ts.isIdentifier(callee) && callee.text === 'importScripts') add(node.arguments[0], 'import', node);
  else if (
    ts.isPropertyAccessExpression(callee) &&
    isImportMeta(callee.expression) &&
    callee.name.text === 'glob'
  ) {
    const patterns = node.arguments[0];
    const each = patterns && ts.isArrayLiteralExpression(patterns) ? patterns.elements : [patterns];
    for (const pattern of each) add(pattern, 'data', node);
  }
}

function visitNew(node: ts.NewExpression, file: ts.SourceFile, add: Add): void {
  const [first, second] = node.arguments ?? [];
  const name = node.expression.getText(file);
  if (name === 'URL' && second && second.getText(file) === 'import.meta.url') add(first, 'data', node);
  const isWorker = name === 'Worker' || name === 'SharedWorker';
  if (isWorker && first && ts.isStringLiteralLike(first)) add(first, 'data', node);
}

function isImportMeta(node: ts.Expression): boolean {
  return ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword;
}
