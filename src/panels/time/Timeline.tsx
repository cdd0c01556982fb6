import { lazy, useEffect, useState } from 'react';
import {
  shownResult,
  timeOfStep,
  useActions,
  useAppState,
  useAppStore,
  useSpeech,
  useWords,
} from '../../state';
import { listOf, type Words } from '../../words';
import { indexOfMax } from '../../kpi';
import { Choice } from '../parts/Choice';
import { IconButton } from '../parts/IconButton';
import { LazyPart } from '../parts/LazyPart';
import { useReducedMotion } from '../parts/theme';
import { HeatStrip } from './HeatStrip';
import { NightBand } from './NightBand';
import { WeekChart } from './WeekChart';

const DayZoom = lazy(() => import('./DayZoom').then((module) => ({ default: module.DayZoom })));
const GoTo = lazy(() => import('./GoTo').then((module) => ({ default: module.GoTo })));

const HOUR_S = 3600;
const PLAY_MS = 450;
/** Without motion an hour stays long enough to read. */
const CALM_PLAY_MS = 1600;

function zoneText(utcOffsetMin: number, words: Words): string {
  const minutes = Math.abs(utcOffsetMin);
  const clock = `${Math.floor(minutes / 60)}${minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`}`;
  return words('time.zone', { offset: `${utcOffsetMin < 0 ? '−' : '+'}${clock}` });
}

/** The year at a glance, the day and hour on screen, and the way through them. */
export function Timeline() {
  const actions = useActions();
  const store = useAppStore();
  const step = useAppState((state) => state.step);
  const stepS = useAppState((state) => state.stepS);
  const playing = useAppState((state) => state.playing);
  const weather = useAppState((state) => state.loaded?.weather ?? null);
  const reduced = useReducedMotion();
  const perHour = HOUR_S / stepS;
  const perDay = 24 * perHour;
  const day = Math.floor(step / perDay);
  const ofDay = step - day * perDay;
  const startWeekday = weather?.startWeekday ?? 0;
  const { words, moment } = useSpeech();
  const text = moment(step, stepS, startWeekday);
  const [speed, setSpeed] = useState(1);
  const [going, setGoing] = useState(false);

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(
      () => actions.setStep(store.getState().step + 1),
      (reduced ? CALM_PLAY_MS : PLAY_MS) / speed,
    );
    return () => clearInterval(timer);
  }, [playing, reduced, speed, actions, store]);

  return (
    <section id="time-bar" className="timeline" tabIndex={-1} aria-label={words('time.label')}>
      <div className="time-controls">
        <div className="clock">
          <output className="clock-text" data-testid="clock">
            {text}
          </output>
          <span className="clock-foot">
            <span className="muted">{weather === null ? '' : zoneText(weather.utcOffsetMin, words)}</span>
            <StepLength />
          </span>
        </div>
        <div className="row">
          <IconButton
            icon="previous"
            label={words('time.back')}
            onClick={() => actions.setStep(step - perHour)}
          />
          <IconButton
            icon={playing ? 'pause' : 'play'}
            label={words(playing ? 'time.pause' : 'time.play')}
            onClick={() => actions.setPlaying(!playing)}
          />
          <IconButton icon="next" label={words('time.on')} onClick={() => actions.setStep(step + perHour)} />
          <WorstHour />
        </div>
        <div className="day-row">
          <label className="slider">
            <span>{words('time.day')}</span>
            <input
              type="range"
              min={0}
              max={364}
              value={day}
              aria-label={words('time.day')}
              aria-valuetext={text}
              onChange={(event) => actions.setStep(Number(event.target.value) * perDay + ofDay)}
            />
          </label>
          <IconButton icon="goTo" label={words('moments.goTo')} onClick={() => setGoing(true)} />
        </div>
        <label className="slider">
          <span>{words(stepS === HOUR_S ? 'time.hour' : 'time.label')}</span>
          <span className="slider-track">
            <NightBand day={day} />
            <input
              type="range"
              min={0}
              max={perDay - 1}
              value={ofDay}
              aria-label={words('time.hour')}
              aria-valuetext={text}
              onChange={(event) => actions.setStep(day * perDay + Number(event.target.value))}
            />
          </span>
        </label>
      </div>
      <HeatStrip />
      <Zoom />
      {going ? (
        <LazyPart fallback={null}>
          <GoTo speed={speed} onSpeed={setSpeed} onClose={() => setGoing(false)} />
        </LazyPart>
      ) : null}
    </section>
  );
}

/** The week or the day around the moment on screen. */
function Zoom() {
  const words = useWords();
  const [kind, setKind] = useState<'week' | 'day'>('week');
  return (
    <div className="zoom">
      <Choice<'week' | 'day'>
        label={words('moments.zoom')}
        value={kind}
        options={[
          { value: 'week', label: words('moments.week') },
          { value: 'day', label: words('moments.dayZoom') },
        ]}
        onChange={setKind}
      />
      {kind === 'week' ? (
        <WeekChart />
      ) : (
        <LazyPart fallback={<div className="chart" />}>
          <DayZoom />
        </LazyPart>
      )}
    </div>
  );
}

function StepLength() {
  const actions = useActions();
  const words = useWords();
  const stepS = useAppState((state) => state.stepS);
  return (
    <Choice<3600 | 900>
      label={words('top.stepLength')}
      value={stepS}
      options={[
        { value: 3600, label: words('top.hour'), title: words('top.hourTitle') },
        { value: 900, label: words('top.quarter'), title: words('top.quarterTitle') },
      ]}
      onChange={(value) => actions.setStepLength(value)}
    />
  );
}

/** To the worst hour of what is selected, or of the district. */
function WorstHour() {
  const actions = useActions();
  const store = useAppStore();
  const words = useWords();
  const selection = useAppState((state) => state.selection);
  const ready = useAppState((state) => shownResult(state) !== null);
  const go = () => {
    if (selection !== null) return actions.jumpToWorstHour(selection);
    const result = shownResult(store.getState());
    if (result !== null) actions.setStep(indexOfMax(result.table.sourcePW));
  };
  return (
    <IconButton
      icon="peak"
      label={selection === null ? words('time.worstOfDistrict') : words('time.worstOf', { id: selection.id })}
      text={words('time.worst')}
      disabled={!ready}
      onClick={go}
    />
  );
}

/** Month names at their first days, in percent of a year. */
export function monthMarks(words: Words): readonly { readonly name: string; readonly day: number }[] {
  const names = listOf(words('time.monthsShort'));
  return Array.from({ length: 365 }, (_, day) => ({ day, time: timeOfStep(day * 24, HOUR_S, 0) }))
    .filter(({ time }) => time.dayOfMonth === 1)
    .map(({ day, time }) => ({ name: names[time.month - 1]!, day }));
}
