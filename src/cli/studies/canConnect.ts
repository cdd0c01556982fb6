import type { Circuit } from '../../model/circuit';
import {
  answerPointQuestion,
  circuitTopology,
  type PointAnswer,
  type PointCondition,
  type PointQuestion,
} from '../../study/network';
import { knownBus } from './circuitIds';
import { type AskedStudy, FLAG, type StudyKind, TEXT } from './studyKind';
import type { StudyOptions } from './studyOptions';
import { constraintText, counted, kiloWatt, listed, percent } from './studyText';

/** An "at most" below this share of what was asked for is a no. */
const LEAST_SHARE = 0.1;
/** The "at most" is found to this share of what was asked for. */
const RESOLUTION_SHARE = 0.005;

const FACTOR = { min: 0, max: 100, unit: '' };

/** Can a bus take so much: yes, yes if, no. */
export const canConnectStudy: StudyKind = {
  usage:
    'can-connect FILE --bus ID --kw 400 [--generation] [--phases 1,2,3|1] [--pf 0.95] [--off-peak LOADFACTOR] [--off-peak-generation FACTOR]',
  options: {
    bus: TEXT,
    kw: TEXT,
    generation: FLAG,
    phases: TEXT,
    pf: TEXT,
    'off-peak': TEXT,
    'off-peak-generation': TEXT,
  },
  solves: true,
  run(asked) {
    const question = questionOf(asked);
    const answer = asked.take(answerPointQuestion(asked.circuit, question, asked.solve));
    return {
      lines: answerLines(answer),
      table: {
        columns: [
          'bus',
          'kw',
          'direction',
          'phases',
          'power_factor',
          'verdict',
          'at_most_kw',
          'margin_percent',
          'binding',
          'binding_element',
          'binding_phase',
          'binding_value',
          'binding_limit',
          'label',
        ],
        rows: [
          [
            question.busId,
            question.pW / 1000,
            question.direction,
            question.phases.join(' '),
            question.powerFactor,
            answer.verdict,
            answer.capacityW / 1000,
            100 * answer.margin,
            answer.binding.kind,
            answer.binding.elementId,
            answer.binding.node === 0 ? null : answer.binding.node,
            answer.binding.value,
            answer.binding.limit,
            answer.label,
          ],
        ],
      },
      shown: { columns: [], rows: [] },
      result: answer,
    };
  },
};

function questionOf({ circuit, options, limits }: AskedStudy): PointQuestion {
  const busId = knownBus(circuit, options.needed('bus'));
  const pW = 1000 * options.neededNumber('kw', { min: 0, max: 1e7, above: true, unit: 'kW' });
  const direction = options.flag('generation') ? 'generation' : 'load';
  const factor = options.number('pf', { min: 0, max: 1, above: true, unit: '' });
  const powerFactor = factor ?? (direction === 'load' ? 0.95 : 1);
  const loadFactor = options.number('off-peak', FACTOR);
  const generationFactor = options.number('off-peak-generation', FACTOR);
  const isQuiet = loadFactor !== undefined || generationFactor !== undefined;
  return {
    busId,
    direction,
    pW,
    powerFactor,
    phases: phasesOf(circuit, busId, options),
    limits,
    ...(isQuiet ? { offPeak: { loadFactor: loadFactor ?? 1, generationFactor: generationFactor ?? 1 } } : {}),
    resolutionW: RESOLUTION_SHARE * pW,
    leastShare: LEAST_SHARE,
  };
}

/** As asked for, else all that have supply at the bus. */
function phasesOf(circuit: Circuit, busId: string, options: StudyOptions): readonly number[] {
  const text = options.text('phases');
  if (text === undefined) {
    const topology = circuitTopology(circuit);
    return topology.fedPhases[topology.rowOfBus.get(busId)!]!;
  }
  const phases = text.split(',').map(Number);
  const right = phases.every((phase) => phase === 1 || phase === 2 || phase === 3);
  if (right && new Set(phases).size === phases.length) return phases.sort((a, b) => a - b);
  throw options.wrong(`--phases takes some of 1, 2 and 3, separated by commas, not ${text}.`);
}

function answerLines(answer: PointAnswer): string[] {
  const { question, verdict, conditions, binding, capacityW, margin, existing } = answer;
  const { limits } = question;
  const phases = `${question.phases.length === 1 ? 'phase' : 'phases'} ${question.phases.join(', ')}`;
  const asked = `${kiloWatt(question.pW)} of ${question.direction} at bus ${question.busId} (${phases}, power factor ${question.powerFactor})`;
  const found = conditions.map(conditionText);
  const words = { yes: 'yes', yesIf: `yes, if ${found.join('; or if ')}`, no: 'no' };
  const isBeyond = verdict !== 'yes';
  return [
    `can it connect: ${asked}`,
    `answer (${answer.label}): ${words[verdict]}`,
    `${isBeyond ? 'what stops it' : 'nearest to its limit'}: ${Number.isNaN(binding.usage) ? 'no constraint has a limit' : constraintText(binding, limits)}`,
    `margin of that: ${marginText(margin)}`,
    ...(isBeyond
      ? [`at most, connected like this: ${kiloWatt(capacityW)} (to ${kiloWatt(question.resolutionW)})`]
      : []),
    ...(isBeyond ? [`an "at most" below ${percent(question.leastShare)} of the amount counts as no`] : []),
    ...(question.offPeak === undefined ? ['no quiet hour was tried: give --off-peak'] : []),
    ...(existing.length > 0
      ? [
          `beyond its limit without the addition, and counted only if it gets worse: ${counted(existing.length, 'constraint')}`,
          ...listed(existing, limits),
        ]
      : []),
  ];
}

function marginText(margin: number): string {
  if (Number.isFinite(margin)) return `${percent(margin)} (0 % = at the limit, negative = beyond it)`;
  return Number.isNaN(margin) ? 'unknown' : 'none: no solution';
}

function conditionText(condition: PointCondition): string {
  switch (condition.kind) {
    case 'threePhase':
      return 'connected to three phases';
    case 'onPhase':
      return `connected to phase ${condition.phase}`;
    case 'offPeak':
      return `taken at a quiet hour (loads x ${condition.loadFactor}, generation x ${condition.generationFactor})`;
    case 'atMost':
      return `at most ${kiloWatt(condition.pW)}`;
  }
}
