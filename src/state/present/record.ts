import type { Language, Words } from '../../words';
import type { AppState } from '../appState';
import { figuresNow } from './figures';
import { amountText, figureText, investmentText, shareText } from './figureText';
import type { Invested } from './invested';
import { groupsOf, shareOf, textIn, type PresentState, type RecordEntry } from './presentState';
import { investedNow, moneyTold, type MoneyTold } from './told';
import { bringsCars } from './petrol';
import { scenarioOf } from '../selectors';

/** A proposal as the record tells it. */
export interface RecordGroup {
  readonly name: string;
  readonly levers: string;
  /** In the order of the session's figures. */
  readonly figures: readonly string[];
}

/** What stands beside a session and goes into its record. */
export interface RecordBeside {
  readonly groups: readonly RecordGroup[];
  readonly money: MoneyTold | null;
  readonly invested: Invested | null;
  readonly bringsCars: boolean;
}

/** As of now; nothing is counted for it that has not been looked at. */
export function recordBeside(state: AppState, present: PresentState): RecordBeside {
  const { language } = state;
  const { session, scenarioId } = present;
  const scenario = scenarioOf(state, scenarioId);
  const groups = groupsOf(state.history.present).map((group): RecordGroup => ({
    name: group.name,
    levers: session.levers
      .filter((lever) => shareOf(lever, group) > 0)
      .map((lever) => `${textIn(lever.words, language)}: ${shareText(shareOf(lever, group))}`)
      .join(' · '),
    figures: figuresNow(state, group.id, session.kpis).map((figure) => figureText(figure, language)),
  }));
  return {
    groups,
    money: state.present === null ? null : moneyTold(state),
    invested: investedNow(state),
    bringsCars: scenario !== undefined && bringsCars(scenario),
  };
}

/** What the record of a session is made of; numbers come as text, in the language on screen. */
interface RecordContent {
  readonly words: Words;
  readonly language: Language;
  readonly title: string;
  readonly present: PresentState;
  readonly figures: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly beside: RecordBeside;
  /** Empty where it is not to go along. */
  readonly link: string;
  readonly version: string;
}

/** Text never becomes markup, whoever typed it. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #d5dade;vertical-align:top}' +
  'h2{margin-top:2rem}pre{white-space:pre-wrap;font:inherit}a{overflow-wrap:anywhere}';

/** One file to take home: what was asked, foreseen, revealed and changed, and when. Opens anywhere, asks nothing of anybody. */
export function recordHtml(content: RecordContent): string {
  const { words, title, present, figures, link, version, beside } = content;
  const date = dateOf(present.startedAtMs);
  const entries = present.record.map(({ atMs, kind, text }) =>
    row([clockOf(atMs), words(`present.kinds.${kind}`), text]),
  );
  return `<!doctype html>
<html lang="${words('present.language')}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1>
<p>${escaped(words('present.recordTitle'))}, ${date}. ${escaped(words('present.model', { version }))}.</p>
<h2>${escaped(words('present.summary'))}</h2>
<table>${row([words('present.figure'), words('present.today'), words('present.then')], 'th')}${figures
    .map(({ name, before, after }) => row([name, before, after]))
    .join('')}</table>
${beside.bringsCars ? paragraph(words('present.petrolNote')) : ''}
<h2>${escaped(words('present.recordRounds'))}</h2>
${roundsHtml(content)}
<h2>${escaped(words('present.groups'))}</h2>
${groupsHtml(content)}
<h2>${escaped(words('present.money'))}</h2>
${moneyHtml(content)}
<h2>${escaped(words('present.commitments'))}</h2><pre>${escaped(present.commitments)}</pre>
<h2>${escaped(words('present.recordLog'))}</h2>
<table>${row([words('present.when'), '', words('present.what')], 'th')}${entries.join('')}</table>
${link === '' ? '' : `<h2>${escaped(words('present.link'))}</h2><p><a href="${escaped(link)}">${escaped(link)}</a></p>`}
<h2>${escaped(words('present.limits'))}</h2><p>${escaped(words('present.limitsText'))}</p>
</body></html>
`;
}

const row = (cells: readonly string[], cell: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((text) => `<${cell}>${escaped(text)}</${cell}>`).join('')}</tr>`;
const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

/** The rounds that a record holds: each begins with a question, and is told by what was noted until the next one. */
export function roundsOf(
  record: readonly RecordEntry[],
): readonly Partial<Record<RecordEntry['kind'] | 'hands', string>>[] {
  const rounds: Partial<Record<RecordEntry['kind'] | 'hands', string>>[] = [];
  for (const { kind, text, hands } of record) {
    if (kind === 'ask') rounds.push({ ask: text });
    else if (kind === 'reveal' || kind === 'stand' || kind === 'outcome') {
      const round = rounds.at(-1);
      if (round === undefined) continue;
      round[kind] = text;
      if (hands !== undefined) round.hands = hands;
    }
  }
  return rounds;
}

function roundsHtml({ words, present }: RecordContent): string {
  const rounds = roundsOf(present.record);
  if (rounds.length === 0) return paragraph(words('present.recordNoRound'));
  const heads = [
    'present.recordRound',
    'present.recordLevers',
    'present.recordHands',
    'present.recordOutcome',
  ] as const;
  const told = rounds.map(({ ask = '', stand = '', reveal, hands, outcome }) =>
    reveal === undefined
      ? row([ask, '', '', words('present.recordOpen')])
      : row([ask, stand, hands ?? reveal, outcome ?? words('present.recordNoOutcome')]),
  );
  return `<table>${row(
    heads.map((head) => words(head)),
    'th',
  )}${told.join('')}</table>`;
}

function groupsHtml({ words, figures, beside }: RecordContent): string {
  if (beside.groups.length === 0) return paragraph(words('present.recordNoGroups'));
  const heads = [words('present.group'), words('present.levers'), ...figures.map(({ name }) => name)];
  return `<table>${row(heads, 'th')}${beside.groups
    .map((group) => row([group.name, group.levers, ...group.figures]))
    .join('')}</table>`;
}

function moneyHtml({ words, beside, language }: RecordContent): string {
  const { money, invested } = beside;
  const spent =
    invested === null
      ? ''
      : paragraph(
          `${words('present.investedLine', {
            all: investmentText(invested.typicalEur, language),
            grid: investmentText(invested.gridEur, language),
          })} ${words(invested.gridEur > 0 ? 'present.gridCharges' : 'present.gridNone')}`,
        );
  if (money === null || money.equity === null) return paragraph(words('present.recordNoMoney')) + spent;
  const { gains, byIncome } = money.equity;
  const counts = (['less', 'same', 'more'] as const).map((key) =>
    row([
      words(key === 'more' ? 'present.moreMoney' : `present.${key}`),
      words('present.households', { count: gains[key] }),
    ]),
  );
  const amount = (value: number) => amountText(value, money.currency, language);
  const heads = ['present.group', 'present.billToday', 'present.billThen', 'present.paidThen'] as const;
  const keys = ['lowest', 'middle', 'highest'] as const;
  const thirds = byIncome.map(({ billBefore, billAfter, paidAfter }, at) =>
    row([words(`present.income.${keys[at]!}`), amount(billBefore), amount(billAfter), amount(paidAfter)]),
  );
  return `<table>${counts.join('')}</table>${paragraph(words('present.moneyNote'))}
<table>${row(
    heads.map((head) => words(head)),
    'th',
  )}${thirds.join('')}</table>${spent}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day as the room's calendar has it, as the clock is the room's. */
function dateOf(atMs: number): string {
  const at = new Date(atMs);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Local clock of the moment. */
function clockOf(atMs: number): string {
  const at = new Date(atMs);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
