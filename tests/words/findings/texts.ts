import ts from 'typescript';
import type { Flows } from './flows';

/** Stands for what a finding names: an id, a field, a number. */
export const NAMED = '9';
/** Stands for the words of a finding that was made elsewhere, where they are seen by themselves. */
export const ELSEWHERE = '\u0000';
/** More combinations than these of the parts of one sentence are not told apart: each part is varied by itself. */
const MOST_COMBINED = 60;
const MOST_TEXTS = 4000;

/** What these call is a name in every language. */
const NAMES =
  /(^|\.)(id|ids|name|names|\w+Ids?|\w*Names?|label|\w*Label|where|field|column|kind|path|source)$/;
/** What these give is the text that they were given, or a part of it. */
const TRIMMING = /^(trim|slice|toString)$/;

/**
 * All that an expression may come to as text, as far as it is written out in the program: branches, templates, arguments of
 * functions, values of properties, columns of tables. What is not written out stands as `NAMED`.
 */
export class Texts {
  /** Texts of the program that some finding is made of. */
  readonly seen = new Set<ts.Node>();
  private readonly open = new Set<ts.Node>();

  constructor(private readonly flows: Flows) {}

  of(node: ts.Expression): readonly string[] {
    if (this.open.has(node)) return [];
    if (!ts.isStringLiteralLike(node)) {
      if (this.isOf(node, ts.TypeFlags.NumberLike)) return [NAMED];
      if (!this.isOf(node, ts.TypeFlags.StringLike)) return [];
    }
    this.open.add(node);
    this.seen.add(node);
    const found = [...new Set(this.all(node))];
    this.open.delete(node);
    if (found.length > MOST_TEXTS) throw new Error(`${node.getSourceFile().fileName}: ${node.getText()}`);
    return found;
  }

  /** What may stand at a declaration. */
  at(place: ts.Node): readonly string[] {
    return this.place(place);
  }

  private all(node: ts.Expression): readonly string[] {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isTemplateExpression(node)) return this.template(node);
    if (ts.isConditionalExpression(node))
      return [node.whenTrue, node.whenFalse].flatMap((one) => this.of(one));
    if (isWrapped(node)) return this.of(node.expression);
    if (ts.isBinaryExpression(node)) return this.binary(node);
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return this.named(node);
    if (ts.isElementAccessExpression(node)) return this.element(node);
    if (ts.isCallExpression(node)) return this.call(node);
    return [NAMED];
  }

  /** Whether one of the types that an expression may have is of a kind. */
  private isOf(node: ts.Node, kind: ts.TypeFlags): boolean {
    const type = this.flows.checker.getTypeAtLocation(node);
    const parts = type.isUnion() ? type.types : [type];
    const isText = parts.some(({ flags }) => flags & ts.TypeFlags.StringLike);
    return isText ? kind === ts.TypeFlags.StringLike : parts.some(({ flags }) => flags & kind);
  }

  private template({ head, templateSpans }: ts.TemplateExpression): readonly string[] {
    const spans = templateSpans.map(({ expression, literal }) => ({
      parts: this.part(expression),
      after: literal.text,
    }));
    const joined = (partsOf: (index: number) => readonly string[]): readonly string[] =>
      spans.reduce<readonly string[]>(
        (texts, { after }, index) =>
          texts.flatMap((text) => partsOf(index).map((part) => text + part + after)),
        [head.text],
      );
    const count = spans.reduce((product, { parts }) => product * parts.length, 1);
    if (count <= MOST_COMBINED) return joined((index) => spans[index]!.parts);
    return spans.flatMap((_, varied) =>
      joined((index) => (index === varied ? spans[index]!.parts : spans[index]!.parts.slice(-1))),
    );
  }

  /** What fills a blank: phrases word by word, everything else as a name. */
  private part(node: ts.Expression): readonly string[] {
    if (NAMES.test(node.getText())) return [NAMED];
    const found = this.of(node).map((text) => (text === ELSEWHERE ? NAMED : text));
    const isBranch = node.getText().includes('?');
    const phrases = found.filter(isPhrase).filter((text) => text !== '' || isBranch || found.length === 1);
    return found.length > 0 && found.every(isPhrase) ? phrases : [...phrases, NAMED];
  }

  private binary({ left, right, operatorToken }: ts.BinaryExpression): readonly string[] {
    switch (operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
        return this.part(left).flatMap((one) => this.part(right).map((other) => one + other));
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
        return [left, right].flatMap((one) => this.of(one));
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return this.of(right);
      default:
        return [NAMED];
    }
  }

  private named(node: ts.Identifier | ts.PropertyAccessExpression): readonly string[] {
    if (ts.isPropertyAccessExpression(node)) {
      const place = this.flows.thrownMessage(node) ?? this.flows.placeOf(node.name);
      return place === undefined ? [NAMED] : this.place(place);
    }
    const place = this.flows.valueOfShorthand(node) ?? this.flows.placeOf(node);
    return place === undefined ? [NAMED] : this.place(place);
  }

  private place(place: ts.Node): readonly string[] {
    if (this.open.has(place)) return [];
    if (isOfFinding(place)) return [ELSEWHERE];
    this.open.add(place);
    const values = this.flows.at(place).map((one) => this.of(one));
    if (ts.isBindingElement(place)) values.push(this.binding(place));
    this.open.delete(place);
    return values.length > 0 ? values.flat() : [NAMED];
  }

  /** `const { message } = value` and parameters of that form: the property of the same name; of a list, the column. */
  private binding(place: ts.BindingElement): readonly string[] {
    const pattern = place.parent;
    const { checker } = this.flows;
    if (ts.isObjectBindingPattern(pattern)) {
      const name = (place.propertyName ?? place.name).getText();
      const property = checker.getTypeAtLocation(pattern).getProperty(name)?.declarations?.[0];
      return property === undefined ? [NAMED] : this.place(property);
    }
    const cells = this.flows.column(pattern, pattern.elements.indexOf(place));
    if (cells.length > 0) return cells.flatMap((cell) => this.of(cell));
    return literalsOf(checker.getTypeAtLocation(place)) ?? [NAMED];
  }

  private element(node: ts.ElementAccessExpression): readonly string[] {
    const known = literalsOf(this.flows.checker.getTypeAtLocation(node));
    if (known !== undefined) return known;
    const table = this.flows.table(node.expression);
    if (table === undefined) return [NAMED];
    const cells = ts.isObjectLiteralExpression(table)
      ? table.properties.filter(ts.isPropertyAssignment).map(({ initializer }) => initializer)
      : table.elements;
    return cells.flatMap((cell) => this.of(cell));
  }

  private call(node: ts.CallExpression): readonly string[] {
    const called = this.flows.checker.getResolvedSignature(node)?.declaration;
    if (called !== undefined && !called.getSourceFile().isDeclarationFile) return this.place(called);
    if (!ts.isPropertyAccessExpression(node.expression)) return [NAMED];
    const { expression: receiver, name } = node.expression;
    if (name.text === 'join') return this.joined(receiver, node.arguments[0]);
    return TRIMMING.test(name.text) ? this.of(receiver) : [NAMED];
  }

  /** `list.map((one) => text).join(' and ')`: one and several. */
  private joined(list: ts.Expression, between: ts.Expression | undefined): readonly string[] {
    const isMapped =
      ts.isCallExpression(list) &&
      ts.isPropertyAccessExpression(list.expression) &&
      list.expression.name.text === 'map';
    const callback = isMapped ? list.arguments[0] : undefined;
    const isText = callback !== undefined && ts.isArrowFunction(callback) && !ts.isBlock(callback.body);
    const one = isText ? this.of(callback.body as ts.Expression) : [NAMED];
    const separator = between !== undefined && ts.isStringLiteralLike(between) ? between.text : '';
    const [first = NAMED] = one;
    return /[a-z]/i.test(separator) ? [...one, `${first}${separator}${first}`] : one;
  }
}

const isPhrase = (text: string): boolean =>
  !/[a-z]/i.test(text) || (text.includes(' ') && /[a-z]{2}/.test(text));

function isWrapped(
  node: ts.Expression,
): node is ts.ParenthesizedExpression | ts.AsExpression | ts.NonNullExpression | ts.SatisfiesExpression {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node)
  );
}

/** Texts of a type that is a choice of texts. */
function literalsOf(type: ts.Type): readonly string[] | undefined {
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((one) => one.isStringLiteral()) ? parts.map(({ value }) => value) : undefined;
}

/** `message` and `remedy` of a type that has both. */
function isOfFinding(place: ts.Node): boolean {
  if (!ts.isPropertySignature(place) || !isSaid(place)) return false;
  const holder = place.parent;
  return 'members' in holder && (holder.members as ts.NodeArray<ts.TypeElement>).filter(isSaid).length === 2;
}

const isSaid = ({ name }: ts.TypeElement): boolean => /^(message|remedy)$/.test(name?.getText() ?? '');
