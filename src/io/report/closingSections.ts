import { FACTORS } from '../../kpi';
import { ASSUMPTIONS, type AssumptionKey } from '../../model/assumptions';
import { contractInWords, hashDistrict, hashScenario, limitsInWords, tariffInWords } from '../../scenario';
import { DEFAULT_LIMITS } from '../../model/limits';
import type { ReportContext } from './context';
import { amount, el, type Child, type Markup, own, core, joined } from './markup';
import { figure, list, named, note, section, table, terms } from './parts';

const S_PER_MINUTE = 60;

const LIMITS = [
  own(
    'A study by model, not a measurement: differences between scenarios are surer than the level of any one of them.',
  ),
  own(
    'Powers are means over a step. Peaks of single minutes are higher, and voltages of hourly means are a screening; EN 50160 judges 10-minute means.',
  ),
  own('A network that was laid by rule shows what is plausible, not what lies in the ground.'),
  own('Attributes that no file gave come from archetypes; each building knows which of its own are assumed.'),
  own(
    'Energy cost and carbon use flat factors; costs marked “no source” (class unknown_untraceable) are placeholders that want to be replaced before anybody decides by them.',
  ),
  own(
    'Summers in buildings without cooling come out warm, as windows open by the clock and the weather of the day, not by the room; peak cooling comes out about 8 % low.',
  ),
  own(
    'Who takes part in a measure is drawn from the seed: another seed hits other buildings, and other transformers.',
  ),
] as const;

/** What to keep in mind, and what the runs warned of. */
export function limitsSection({ comparison }: ReportContext): Markup {
  const told = [
    ...new Set(
      comparison.issues.map(({ message, remedy }) =>
        [message, remedy].filter((text) => text !== '').join('\n'),
      ),
    ),
  ];
  return section(
    'limits',
    own('Limits of the model'),
    list(LIMITS),
    told.length === 0
      ? []
      : [
          el('h3', {}, own('What the runs warned of')),
          list(told.map((texts) => joined(texts.split('\n').map(core), ' '))),
        ],
  );
}

/** Everything it takes to run this again, and to see that it is the same. */
export function provenanceSection(context: ReportContext): Markup {
  const { comparison, options, baseline } = context;
  const { district } = baseline.year;
  const { program, version, runtime } = options.createdBy;
  return section(
    'provenance',
    own('Seeds, versions and hashes'),
    terms([
      ...(options.madeOn === undefined ? [] : ([[own('Made on'), options.madeOn]] as const)),
      [own('Program'), `${program} ${version}, ${runtime}`],
      [own('Engine'), baseline.year.result.engineVersion],
      [
        own('District'),
        [
          district.id,
          own(', seed '),
          figure('provenance/districtSeed', district.seed, 'count', String(district.seed)),
        ],
      ],
      [own('District before measures, SHA-256'), el('code', {}, baseline.scenario.base.sha256)],
      [own('District as the baseline runs it, SHA-256'), el('code', {}, hashDistrict(district))],
      [
        own('Step'),
        [
          figure(
            'provenance/stepMin',
            comparison.stepS / S_PER_MINUTE,
            'min',
            `${comparison.stepS / S_PER_MINUTE} min`,
          ),
          ', ',
          figure('provenance/stepCount', comparison.stepCount, 'count'),
          own(' steps'),
        ],
      ],
      [own('Years run'), figure('provenance/evaluations', comparison.evaluations, 'count')],
      [own('Status'), own(comparison.status)],
    ]),
    scenarios(context),
    assumptions(context),
    usualAssumptions(),
    tariffs(context),
    note(
      own(
        'The same files, seed and engine version give the same hashes on any computer and with any number of workers.',
      ),
    ),
  );
}

function scenarios({ all, nameOf, penOf }: ReportContext): Markup {
  return table(
    own('Scenarios'),
    [own('Scenario'), own('Year'), own('Seed'), own('Limits'), own('SHA-256 of scenario, input and result')],
    all.map(({ key, scenario, year }) => [
      [named(nameOf(key), penOf(key)), el('span', { class: 'words' }, scenario.id)],
      String(scenario.year),
      figure(`seed/${key}`, scenario.seed, 'count', String(scenario.seed)),
      core(limitsInWords(scenario.limits ?? DEFAULT_LIMITS)),
      [hashScenario(scenario), year.result.inputHash, year.result.resultHash].map((hash) =>
        el('code', {}, hash),
      ),
    ]),
  );
}

/** Prices and factors that a scenario takes in the place of the program's. */
function assumptions({ all, nameOf }: ReportContext): Child {
  const rows = all.flatMap(({ key, scenario }) =>
    (scenario.assumptions ?? []).map(({ key: name, value, unit, source, date }) => [
      nameOf(key),
      core(ASSUMPTIONS[name].label),
      figure(`assumption/${key}/${name}`, value, unit, unit === '1' ? String(value) : `${value} ${unit}`),
      `${source}, ${date}`,
    ]),
  );
  return rows.length === 0
    ? []
    : table(
        own('Assumptions of the scenarios'),
        [own('Scenario'), own('Assumption'), own('Value'), own('Source')],
        rows,
      );
}

/** What every scenario takes that says nothing of its own, with where it comes from. */
function usualAssumptions(): Markup {
  return table(
    own('Assumptions of the program, where a scenario has none of its own'),
    [own('Assumption'), own('Value'), own('Source')],
    (Object.keys(ASSUMPTIONS) as AssumptionKey[]).map((key) => {
      const { label, unit } = ASSUMPTIONS[key];
      const { value, source } = FACTORS[key];
      return [core(label), amount(unit === '1' ? String(value) : `${value} ${unit}`), core(source)];
    }),
  );
}

/** Tariffs that scenarios bring along, and who gets which. */
function tariffs({ all, nameOf }: ReportContext): Child {
  const rows = all.flatMap(({ key, scenario }) => {
    const { offered = [], contracts = [] } = scenario.tariffs ?? {};
    return [
      ...offered.map((tariff) => [
        nameOf(key),
        core(tariffInWords(tariff)),
        `${tariff.source}, ${tariff.year}`,
      ]),
      ...contracts.map((contract) => [nameOf(key), core(contractInWords(contract)), own('the scenario')]),
    ];
  });
  return rows.length === 0
    ? []
    : table(own('Tariffs of the scenarios'), [own('Scenario'), own('Tariff'), own('Source')], rows);
}
