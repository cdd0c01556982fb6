import { german } from './german';
import type { Language } from './language';
import { withNumbersOf, withoutNumbers } from './numbers';

/** The rule that a synthetic network was sized by; a line that the program does not write stays as its file has it. */
export function sizingRuleWords(language: Language, rule: string): string {
  if (language === 'en') return rule;
  const { SIZING_RULE } = german();
  const said = (line: string): string => {
    const inGerman = SIZING_RULE[withoutNumbers(line)];
    return inGerman === undefined ? line : withNumbersOf(line, inGerman);
  };
  return rule.split('\n').map(said).join('\n');
}
