import ts from 'typescript';

/** A declaration whose values are asked for: a parameter, a property, a variable or a function. */
type Place = ts.Node;
type Call = ts.CallExpression | ts.NewExpression;
type Member = ts.PropertyAssignment | ts.ShorthandPropertyAssignment;
type Table = ts.ObjectLiteralExpression | ts.ArrayLiteralExpression;

/**
 * For a place of a program, the expressions whose value may come to stand there: arguments of a parameter, what objects hold
 * under a property, what a function returns. Calls and objects are found by name, and the type checker, which is slow, has to
 * tell the few of that name apart.
 */
export class Flows {
  private readonly calls = new Map<string, Call[]>();
  private readonly members = new Map<string, Member[]>();
  private readonly assigned = new Map<string, ts.BinaryExpression[]>();
  /** Names of what has a type, by the type's name. */
  private readonly typed = new Map<string, string[]>();
  private readonly known = new Map<Place, readonly ts.Expression[]>();

  constructor(
    readonly checker: ts.TypeChecker,
    files: readonly ts.SourceFile[],
  ) {
    const visit = (node: ts.Node): void => {
      this.note(node);
      ts.forEachChild(node, visit);
    };
    files.forEach(visit);
  }

  /** What may come to stand at a place. */
  at(place: Place): readonly ts.Expression[] {
    let found = this.known.get(place);
    if (found === undefined) this.known.set(place, (found = [...this.into(place)]));
    return found;
  }

  /** The declaration that a name speaks of. */
  placeOf(node: ts.Node): Place | undefined {
    let symbol = this.checker.getSymbolAtLocation(node);
    if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias)
      symbol = this.checker.getAliasedSymbol(symbol);
    return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  }

  /** `{ message }`: the variable of that name. */
  valueOfShorthand(node: ts.Identifier): Place | undefined {
    return ts.isShorthandPropertyAssignment(node.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)?.valueDeclaration
      : undefined;
  }

  /** `error.message` of a class of errors of ours: the parameter that it is made of. */
  thrownMessage(node: ts.PropertyAccessExpression): Place | undefined {
    if (node.name.text !== 'message') return undefined;
    const thrown = this.checker.getTypeAtLocation(node.expression).symbol?.valueDeclaration;
    if (thrown === undefined || !ts.isClassDeclaration(thrown)) return undefined;
    const made = thrown.members.find(ts.isConstructorDeclaration);
    return made?.parameters.find((one) => one.name.getText() === 'message');
  }

  /** A list or an object that is written out and has a name. */
  table(node: ts.Expression): Table | undefined {
    const place = ts.isIdentifier(node) ? this.placeOf(node) : undefined;
    let value = place !== undefined && ts.isVariableDeclaration(place) ? place.initializer : undefined;
    while (value !== undefined && (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)))
      value = value.expression;
    if (value === undefined) return undefined;
    return ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value) ? value : undefined;
  }

  /** `for (const [name, words] of TABLE)`, or of its entries: the cells of a column. */
  column(pattern: ts.ArrayBindingPattern, at: number): readonly ts.Expression[] {
    const loop = ts.findAncestor(pattern, ts.isForOfStatement);
    const isOfLoop =
      loop !== undefined &&
      ts.isVariableDeclarationList(loop.initializer) &&
      loop.initializer.declarations[0]?.name === pattern;
    if (!isOfLoop) return [];
    const { expression } = loop;
    const isEntries = ts.isCallExpression(expression) && expression.expression.getText() === 'Object.entries';
    const table = this.table(isEntries ? expression.arguments[0]! : expression);
    if (table === undefined) return [];
    if (ts.isObjectLiteralExpression(table))
      return at === 1 ? table.properties.filter(ts.isPropertyAssignment).map((one) => one.initializer) : [];
    return table.elements.flatMap((row) =>
      ts.isArrayLiteralExpression(row) ? (row.elements[at] ?? []) : [],
    );
  }

  /** Calls of a function or method that is declared here. */
  callsOf(owner: ts.SignatureDeclaration): readonly Call[] {
    const candidates = [...this.namesOf(owner)].flatMap((name) => this.calls.get(name) ?? []);
    return candidates.filter((call) => this.checker.getResolvedSignature(call)?.declaration === owner);
  }

  private note(node: ts.Node): void {
    if (ts.isCallExpression(node) || ts.isNewExpression(node))
      add(this.calls, calledName(node.expression), node);
    else if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node))
      add(this.members, node.name.getText(), node);
    else if (ts.isBinaryExpression(node) && ASSIGNMENTS.has(node.operatorToken.kind))
      add(this.assigned, calledName(node.left), node);
    else if (ts.isTypeReferenceNode(node) && isNamedHolder(node.parent))
      add(this.typed, node.typeName.getText(), node.parent.name.getText());
  }

  private *into(place: Place): Iterable<ts.Expression> {
    if (ts.isParameter(place)) yield* this.arguments(place);
    if (ts.isFunctionLike(place)) yield* returns(place);
    if (ts.isFunctionTypeNode(place) && ts.isPropertySignature(place.parent))
      yield* this.returned(place.parent);
    if (isProperty(place)) yield* this.held(place);
    if (ts.isPropertyAssignment(place)) yield place.initializer;
    if (ts.isShorthandPropertyAssignment(place)) yield place.name;
    if (hasInitializer(place)) yield place.initializer;
    if (!ts.isVariableDeclaration(place) && !ts.isPropertyDeclaration(place)) return;
    for (const { left, right } of this.assigned.get(place.name.getText()) ?? [])
      if (this.placeOf(ts.isPropertyAccessExpression(left) ? left.name : left) === place) yield right;
  }

  /** What calls give for a parameter. */
  private *arguments(parameter: ts.ParameterDeclaration): Iterable<ts.Expression> {
    const owner = parameter.parent;
    const at = owner.parameters.indexOf(parameter);
    for (const call of this.callsOf(owner)) {
      const given = call.arguments ?? [];
      if (parameter.dotDotDotToken !== undefined) yield* given.slice(at);
      else yield* this.argument(given, at);
    }
    // A function that is given where a type of functions is asked is called by that type's name.
    const isGiven = ts.isArrowFunction(owner) || ts.isFunctionExpression(owner);
    const other = isGiven ? this.askedFunction(owner)?.parameters[at] : undefined;
    if (other !== undefined && other !== parameter) yield* this.at(other);
  }

  /** An argument by its place; of `f(...words)` what those give who fill `words`. */
  private *argument(given: readonly ts.Expression[], at: number): Iterable<ts.Expression> {
    const spreadAt = given.findIndex(ts.isSpreadElement);
    const spread = given[spreadAt];
    if (spread === undefined || spreadAt > at) {
      if (given[at] !== undefined) yield given[at];
      return;
    }
    const rest = this.placeOf((spread as ts.SpreadElement).expression);
    if (rest === undefined || !ts.isParameter(rest)) return;
    const first = rest.parent.parameters.indexOf(rest);
    for (const call of this.callsOf(rest.parent))
      yield* this.argument(call.arguments ?? [], first + at - spreadAt);
  }

  private askedFunction(node: ts.ArrowFunction | ts.FunctionExpression): ts.SignatureDeclaration | undefined {
    const declared = this.checker.getContextualType(node)?.getCallSignatures()[0]?.declaration;
    return declared === undefined || ts.isJSDocSignature(declared) ? undefined : declared;
  }

  /** Names that a function is called by; none where it is only given to others. */
  private *namesOf(owner: ts.SignatureDeclaration): Iterable<string> {
    if (ts.isConstructorDeclaration(owner)) {
      yield owner.parent.name?.text ?? 'super';
      yield 'super';
    } else if (owner.name !== undefined) yield owner.name.getText();
    else if (ts.isTypeAliasDeclaration(owner.parent)) yield* this.typed.get(owner.parent.name.text) ?? [];
    else if (isNamedHolder(owner.parent)) yield owner.parent.name.getText();
  }

  /** What functions return that objects hold under a property. */
  private *returned(place: ts.PropertySignature): Iterable<ts.Expression> {
    for (const value of this.held(place)) {
      const made = ts.isIdentifier(value) ? this.placeOf(value) : value;
      const owner = made !== undefined && ts.isVariableDeclaration(made) ? made.initializer : made;
      if (owner !== undefined && ts.isFunctionLike(owner)) yield* returns(owner);
    }
  }

  /** What objects hold under a property: those that are made where its type is asked. */
  private *held(place: Property): Iterable<ts.Expression> {
    const name = place.name.getText();
    for (const member of this.members.get(name) ?? []) {
      const type = this.checker.getContextualType(member.parent);
      const parts = type === undefined ? [] : type.isUnion() ? type.types : [type];
      if (!parts.some((part) => part.getProperty(name)?.declarations?.includes(place))) continue;
      yield ts.isPropertyAssignment(member) ? member.initializer : member.name;
    }
  }
}

type Property = ts.PropertySignature | ts.PropertyDeclaration | ts.ParameterPropertyDeclaration;

const isProperty = (place: Place): place is Property =>
  ts.isPropertySignature(place) ||
  ts.isPropertyDeclaration(place) ||
  ts.isParameterPropertyDeclaration(place, place.parent);

const ASSIGNMENTS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

function add<Value>(to: Map<string, Value[]>, key: string, value: Value): void {
  const known = to.get(key);
  if (known === undefined) to.set(key, [value]);
  else known.push(value);
}

function hasInitializer(node: ts.Node): node is ts.Node & { readonly initializer: ts.Expression } {
  const mayHave =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isBindingElement(node);
  return mayHave && node.initializer !== undefined;
}

/** What gives its name to a function or a type that stands in it. */
function isNamedHolder(node: ts.Node): node is ts.Node & { readonly name: ts.Node } {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node)
  );
}

/** The last name of what is called or assigned; empty for what has none. */
function calledName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return node.kind === ts.SyntaxKind.SuperKeyword ? 'super' : '';
}

function returns(owner: ts.SignatureDeclaration): readonly ts.Expression[] {
  if (ts.isArrowFunction(owner) && !ts.isBlock(owner.body)) return [owner.body];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  const body = 'body' in owner ? owner.body : undefined;
  if (body !== undefined) ts.forEachChild(body, visit);
  return found;
}
