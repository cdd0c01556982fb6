import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import { append, type AuditEntry, type AuditLog } from './auditLog';
import {
  ladderIssues,
  levelOf,
  nextLevel,
  targetOf,
  type LadderTargets,
  type Level,
  type Policy,
} from './policy';

/** Years running that a value has to meet the next target before the threshold tightens to it. */
export const YEARS_TO_TIGHTEN = 2;

export interface PolicyState {
  readonly policy: Policy;
  /** The level whose target is the active threshold; 1 before there is one. */
  readonly activeLevel: Level;
  /** Reached in the last assessed year; undefined where not told. */
  readonly level: Level | undefined;
  readonly lastYear: number | undefined;
  /** Years running in which the next target was met. */
  readonly yearsBeating: number;
  /** Triggers that were above their mark at the last observation. */
  readonly surpassed: readonly string[];
  readonly log: AuditLog;
}

export function startPolicy(policy: Policy): Outcome<PolicyState> {
  const issues = ladderIssues(policy.id, policy);
  if (issues.length > 0) return fail(issues);
  return succeed({
    policy,
    activeLevel: 1,
    level: undefined,
    lastYear: undefined,
    yearsBeating: 0,
    surpassed: [],
    log: Object.freeze([]),
  });
}

export interface PolicyYear {
  readonly year: number;
  /** NaN where the indicator is not told. */
  readonly value: number;
  /** Values that the triggers watch, by trigger id; an absent one leaves its trigger as it was. */
  readonly observed?: Readonly<Record<string, number>>;
}

/**
 * One simulated year: level, ratchet, shortfall, triggers, each logged. The ratchet only tightens, by one level at a time,
 * and only after `YEARS_TO_TIGHTEN` years running; a year that is not told breaks the run.
 */
export function assessYear(
  state: PolicyState,
  { year, value, observed = {} }: PolicyYear,
): Outcome<PolicyState> {
  if (state.lastYear !== undefined && !(year > state.lastYear)) return fail([yearIssue(state, year)]);
  const level = levelOf(state.policy, value);
  const assessed: PolicyState =
    level === undefined
      ? logged(
          { ...state, level, lastYear: year, yearsBeating: 0 },
          year,
          'notReported',
          'Indicator not reported: not assessed.',
        )
      : logged({ ...state, level, lastYear: year }, year, 'assessed', `Value ${value}: level ${level}.`);
  const ratcheted = level === undefined ? assessed : fallShort(tighten(assessed, level, year), level, year);
  return succeed(watchTriggers(ratcheted, year, observed));
}

function tighten(state: PolicyState, level: Level, year: number): PolicyState {
  const next = nextLevel(state.policy, state.activeLevel);
  if (next === undefined || level < next) return { ...state, yearsBeating: 0 };
  const yearsBeating = state.yearsBeating + 1;
  if (yearsBeating < YEARS_TO_TIGHTEN) return { ...state, yearsBeating };
  const text = `Target met ${YEARS_TO_TIGHTEN} years running: threshold tightened to ${targetOf(state.policy, next)}.`;
  return logged({ ...state, activeLevel: next, yearsBeating: 0 }, year, 'tightened', text);
}

function fallShort(state: PolicyState, level: Level, year: number): PolicyState {
  if (level >= state.activeLevel) return state;
  const text = `Level ${level} is below the active level ${state.activeLevel}; the threshold stays.`;
  return logged(state, year, 'shortfall', text);
}

/** A trigger speaks in the year in which it rises above its mark, and again only after it was back. */
function watchTriggers(
  state: PolicyState,
  year: number,
  observed: Readonly<Record<string, number>>,
): PolicyState {
  return state.policy.triggers.reduce((current, { id, label, above }) => {
    const value = observed[id] ?? Number.NaN;
    const was = current.surpassed.includes(id);
    if (Number.isNaN(value) || value > above === was) return current;
    if (was) return { ...current, surpassed: current.surpassed.filter((each) => each !== id) };
    const text = `${label} at ${value}, above ${above}: threshold surpassed -> policy needs revision.`;
    return logged({ ...current, surpassed: [...current.surpassed, id] }, year, 'thresholdSurpassed', text);
  }, state);
}

/** What people decide: other targets, another active level, or both. */
export interface PolicyDecision {
  readonly year: number;
  readonly name: string;
  readonly reason: string;
  readonly activeLevel?: Level;
  readonly targets?: LadderTargets;
}

/** The only way to loosen: a decision with a name and a reason, which is logged. Refused without them. */
export function decide(state: PolicyState, decision: PolicyDecision): Outcome<PolicyState> {
  const { year, name, reason, activeLevel = state.activeLevel, targets = state.policy.targets } = decision;
  const policy = { ...state.policy, targets };
  const issues = [...decisionIssues(state, decision), ...ladderIssues(policy.id, policy)];
  if (activeLevel !== 1 && targetOf(policy, activeLevel) === null) {
    issues.push(issueOf(policy.id, 'activeLevel', String(activeLevel), 'This level has no target.', 'Choose one that has.')); // prettier-ignore
  }
  if (issues.length > 0) return fail(issues);
  const text = `Active level ${state.activeLevel} -> ${activeLevel}; targets ${list(state.policy.targets)} -> ${list(targets)}.`;
  return succeed(
    logged({ ...state, policy, activeLevel, yearsBeating: 0 }, year, 'decided', text, {
      name: name.trim(),
      reason: reason.trim(),
    }),
  );
}

const list = (targets: LadderTargets): string => targets.map((target) => target ?? 'none').join('/');

function decisionIssues({ policy, lastYear }: PolicyState, { year, name, reason }: PolicyDecision): Issue[] {
  const issues: Issue[] = [];
  if (name.trim() === '') issues.push(issueOf(policy.id, 'name', name, 'Nobody decided.', 'Give the name of who decides.')); // prettier-ignore
  if (reason.trim() === '') issues.push(issueOf(policy.id, 'reason', reason, 'The decision has no reason.', 'Give the reason.')); // prettier-ignore
  if (!(year >= (lastYear ?? -Infinity))) {
    issues.push(issueOf(policy.id, 'year', String(year), 'The decision lies before the last assessment.', 'Decide in its year or later.')); // prettier-ignore
  }
  return issues;
}

function logged(
  state: PolicyState,
  year: number,
  kind: AuditEntry['kind'],
  text: string,
  decided: Pick<AuditEntry, 'name' | 'reason'> = {},
): PolicyState {
  const { policy, activeLevel, log } = state;
  return { ...state, log: append(log, { year, policyId: policy.id, kind, text, activeLevel, ...decided }) };
}

function yearIssue({ policy, lastYear }: PolicyState, year: number): Issue {
  return issueOf(
    policy.id,
    'year',
    String(year),
    `The year ${lastYear} is assessed already.`,
    'Assess years in order.',
  );
}

function issueOf(where: string, field: string, value: string, message: string, remedy: string): Issue {
  return {
    severity: 'error',
    code: `policy-${field}`,
    source: 'policy ladder',
    where,
    field,
    value,
    message,
    remedy,
  };
}
