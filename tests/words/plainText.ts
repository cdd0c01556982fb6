import ts from 'typescript';

/** Attributes whose text somebody reads or hears. */
const READ = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'text', 'word', 'summary', 'xLabel']); // prettier-ignore

/** Names, units and symbols, the same in every language. */
const SAME = /\b(?:Gridtwin|kWh|kW|MWh|MB|CSV|CV|NMBE|RMSE|CO₂e|m²|h|A|B)\b|&nbsp;/g;

const hasWords = (text: string): boolean => /\p{Letter}/u.test(text.replace(SAME, ''));

/** Texts of a component that no catalogue holds: between tags, in attributes that are read, and as branches of either. */
export function plainTexts(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const add = (node: ts.Node, text: string) => {
    if (!hasWords(text)) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${path}:${line + 1}: ${text.trim().replace(/\s+/g, ' ')}`);
  };
  /** What an expression may come to as text; calls give what a catalogue or the model gives. */
  const shown = (node: ts.Expression | undefined): void => {
    if (node === undefined) return;
    if (ts.isStringLiteralLike(node)) add(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      for (const text of [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)])
        add(node, text);
    } else if (ts.isConditionalExpression(node)) {
      shown(node.whenTrue);
      shown(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (operator === ts.SyntaxKind.PlusToken) shown(node.left);
      const joins = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken]; // prettier-ignore
      if (joins.includes(operator)) shown(node.right);
    } else if (ts.isParenthesizedExpression(node)) shown(node.expression);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) add(node, node.text);
    else if (ts.isJsxAttribute(node)) {
      const isRead = READ.has(node.name.getText(file));
      const { initializer } = node;
      if (isRead && initializer !== undefined) {
        if (ts.isStringLiteral(initializer)) add(initializer, initializer.text);
        else if (ts.isJsxExpression(initializer)) shown(initializer.expression);
      }
    } else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) shown(node.expression);
    else if (ts.isPropertyAssignment(node) && READ.has(node.name.getText(file))) shown(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
