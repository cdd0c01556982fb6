import type { ResultsManifest } from '../../model/manifest';
import type { Comparison } from '../../study/comparison';
import type { KeyedScorecard } from '../../study/u4ssc';
import { attributionSection } from './attributionSection';
import { limitsSection, provenanceSection } from './closingSections';
import { contextOf, type ReportContext } from './context';
import { curvesSection } from './curvesSection';
import { districtSection } from './districtSection';
import { definitionsSection, differencesSection, kpiSection, rankingSection } from './kpiSection';
import { el, verbatim, type Child, type Markup, own } from './markup';
import { measuresSection } from './measuresSection';
import { moneySection } from './moneySection';
import { hostingSection } from './hostingSection';
import { scorecardSection } from './scorecardSection';
import { ENGLISH, type ReportSpeech } from './speech';
import { styleSheet } from './styleSheet';
import { summarySection } from './summarySection';
import { violationsSection } from './violationsSection';

export interface ReportOptions {
  /** Program, version and what ran it. */
  readonly createdBy: ResultsManifest['createdBy'];
  /** The day it is made, ISO 8601; left out where the same comparison must give the same text. */
  readonly madeOn?: string;
  /** In a planner's own words; a general one where absent. */
  readonly question?: string;
  readonly title?: string;
  /** English where absent. */
  readonly speech?: ReportSpeech;
  /** U4SSC indicators of the scenarios; those of what the runs tell where absent. */
  readonly scorecards?: readonly KeyedScorecard[];
}

/**
 * The case-study report of a comparison: one HTML file without scripts and without anything from outside, for a screen and for
 * A4. Every number carries all its digits (`data-value`) under a name (`data-figure`); the same comparison gives the same text.
 */
export function writeReport(comparison: Comparison, options: ReportOptions): string {
  const { speech = ENGLISH } = options;
  const context = contextOf(comparison, options);
  const title =
    options.title ??
    own('{1}: {2} scenarios compared', context.baseline.year.district.name, context.all.length);
  const sections = sectionsOf(context);
  const html = el(
    'html',
    { lang: speech.language },
    head(title),
    el(
      'body',
      {},
      header(context, title),
      contents(sections),
      el(
        'main',
        {},
        sections.map(({ content }) => content),
      ),
      el(
        'footer',
        {},
        own(
          '{1} {2}. Every number of this report is the engine’s.',
          options.createdBy.program,
          options.createdBy.version,
        ),
      ),
    ),
  );
  return `<!doctype html>\n${html.render(speech)}\n`;
}

/** Nothing may be loaded or run, whatever finds its way into the text. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const head = (title: Child): Markup =>
  el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, title),
    el('style', {}, verbatim(styleSheet())),
  );

function header({ comparison, all, baseline, nameOf }: ReportContext, title: Child): Markup {
  const { status, pending } = comparison;
  const waiting = pending.length === 0 ? '' : own(' Not run yet: {1}.', pending.join(', '));
  return el(
    'header',
    {},
    el('p', { class: 'kind' }, own('Case study')),
    el('h1', {}, title),
    el(
      'p',
      { class: 'lead' },
      own(
        '{1}. Everything is held against {2}.',
        all.map(({ key }) => nameOf(key)).join(' · '),
        nameOf(baseline.key),
      ),
    ),
    status === 'partial'
      ? el(
          'p',
          { class: 'partial', role: 'note' },
          own('Partial: the comparison is not complete.{1}', waiting),
        )
      : [],
  );
}

interface Entry {
  readonly id: string;
  readonly title: Child;
  readonly content: Child;
}

function sectionsOf(context: ReportContext): readonly Entry[] {
  const { decision, scenarios } = context.comparison;
  const isAttributed = scenarios.some(({ attribution }) => attribution !== undefined);
  return [
    { id: 'question', title: own('Question and answer'), content: summarySection(context) },
    { id: 'district', title: own('District'), content: districtSection(context) },
    { id: 'measures', title: own('Measures'), content: measuresSection(context) },
    { id: 'indicators', title: own('Before and after'), content: kpiSection(context) },
    ...(scenarios.some(({ year }) => year.hosting !== undefined)
      ? [{ id: 'hosting', title: own('Hosting capacity'), content: hostingSection(context) }]
      : []),
    { id: 'scorecard', title: own('U4SSC scorecard'), content: scorecardSection(context) },
    { id: 'inputs', title: own('Inputs that differ'), content: differencesSection(context) },
    ...(decision === undefined
      ? []
      : [{ id: 'ranking', title: own('Ranking'), content: rankingSection(context) }]),
    { id: 'curves', title: own('Curves'), content: curvesSection(context) },
    { id: 'violations', title: own('Limits not kept'), content: violationsSection(context) },
    ...(isAttributed
      ? [{ id: 'attribution', title: own('What each measure adds'), content: attributionSection(context) }]
      : []),
    { id: 'money', title: own('Who pays, who gains'), content: moneySection(context) },
    { id: 'limits', title: own('Limits of the model'), content: limitsSection(context) },
    { id: 'definitions', title: own('Definitions'), content: definitionsSection(context) },
    { id: 'provenance', title: own('Seeds and hashes'), content: provenanceSection(context) },
  ];
}

const contents = (entries: readonly Entry[]): Markup =>
  el(
    'nav',
    { 'aria-label': own('Contents') },
    el(
      'ol',
      {},
      entries.map(({ id, title }) => el('li', {}, el('a', { href: `#${id}` }, title))),
    ),
  );
