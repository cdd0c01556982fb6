import type { ResultsManifest } from '../../model/manifest';
import type { Comparison } from '../../study/comparison';
import type { KeyedScorecard } from '../../study/u4ssc';
import { attributionSection } from './attributionSection';
import { limitsSection, provenanceSection } from './closingSections';
import { contextOf, type ReportContext } from './context';
import { curvesSection } from './curvesSection';
import { districtSection } from './districtSection';
import { definitionsSection, differencesSection, kpiSection, rankingSection } from './kpiSection';
import { el, verbatim, type Child, type Markup } from './markup';
import { measuresSection } from './measuresSection';
import { moneySection } from './moneySection';
import { hostingSection } from './hostingSection';
import { scorecardSection } from './scorecardSection';
import { styleSheet } from './styleSheet';
import { summarySection } from './summarySection';
import { violationsSection } from './violationsSection';

export interface ReportOptions {
  /** Program, version and what ran it. */
  readonly createdBy: ResultsManifest['createdBy'];
  /** In a planner's own words; a general one where absent. */
  readonly question?: string;
  readonly title?: string;
  /** U4SSC indicators of the scenarios; those of what the runs tell where absent. */
  readonly scorecards?: readonly KeyedScorecard[];
}

/**
 * The case-study report of a comparison: one HTML file without scripts and without anything from outside, for a screen and for
 * A4. Every number carries all its digits (`data-value`) under a name (`data-figure`); the same comparison gives the same text.
 */
export function writeReport(comparison: Comparison, options: ReportOptions): string {
  const context = contextOf(comparison, options);
  const title =
    options.title ?? `${context.baseline.year.district.name}: ${context.all.length} scenarios compared`;
  const sections = sectionsOf(context);
  const html = el(
    'html',
    { lang: 'en' },
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
        `${options.createdBy.program} ${options.createdBy.version}. Every number of this report is the engine’s.`,
      ),
    ),
  );
  return `<!doctype html>\n${html.markup}\n`;
}

/** Nothing may be loaded or run, whatever finds its way into the text. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const head = (title: string): Markup =>
  el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, title),
    el('style', {}, verbatim(styleSheet())),
  );

function header({ comparison, all, baseline, nameOf }: ReportContext, title: string): Markup {
  const { status, pending } = comparison;
  const waiting = pending.length === 0 ? '' : ` Not run yet: ${pending.join(', ')}.`;
  return el(
    'header',
    {},
    el('p', { class: 'kind' }, 'Case study'),
    el('h1', {}, title),
    el(
      'p',
      { class: 'lead' },
      `${all.map(({ key }) => nameOf(key)).join(' · ')}. Everything is held against ${nameOf(baseline.key)}.`,
    ),
    status === 'partial'
      ? el('p', { class: 'partial', role: 'note' }, `Partial: the comparison is not complete.${waiting}`)
      : [],
  );
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly content: Child;
}

function sectionsOf(context: ReportContext): readonly Entry[] {
  const { decision, scenarios } = context.comparison;
  const isAttributed = scenarios.some(({ attribution }) => attribution !== undefined);
  return [
    { id: 'question', title: 'Question and answer', content: summarySection(context) },
    { id: 'district', title: 'District', content: districtSection(context) },
    { id: 'measures', title: 'Measures', content: measuresSection(context) },
    { id: 'indicators', title: 'Before and after', content: kpiSection(context) },
    ...(scenarios.some(({ year }) => year.hosting !== undefined)
      ? [{ id: 'hosting', title: 'Hosting capacity', content: hostingSection(context) }]
      : []),
    { id: 'scorecard', title: 'U4SSC scorecard', content: scorecardSection(context) },
    { id: 'inputs', title: 'Inputs that differ', content: differencesSection(context) },
    ...(decision === undefined
      ? []
      : [{ id: 'ranking', title: 'Ranking', content: rankingSection(context) }]),
    { id: 'curves', title: 'Curves', content: curvesSection(context) },
    { id: 'violations', title: 'Limits not kept', content: violationsSection(context) },
    ...(isAttributed
      ? [{ id: 'attribution', title: 'What each measure adds', content: attributionSection(context) }]
      : []),
    { id: 'money', title: 'Who pays, who gains', content: moneySection(context) },
    { id: 'limits', title: 'Limits of the model', content: limitsSection(context) },
    { id: 'definitions', title: 'Definitions', content: definitionsSection(context) },
    { id: 'provenance', title: 'Seeds and hashes', content: provenanceSection(context) },
  ];
}

const contents = (entries: readonly Entry[]): Markup =>
  el(
    'nav',
    { 'aria-label': 'Contents' },
    el(
      'ol',
      {},
      entries.map(({ id, title }) => el('li', {}, el('a', { href: `#${id}` }, title))),
    ),
  );
