import type { Landmark, LandmarkScale as Scale } from '../../kpi/landmarks';
import { useSpeech } from '../../state';
import { unitText, type Speech } from '../../state/view';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { landmarkWords, sourceWords } from '../../words';

interface ScaleProps {
  readonly scale: Scale;
  readonly value: number;
  /** What the value is of, for those who hear it. */
  readonly name: string;
  /** The words come when they are asked for. */
  readonly isFolded?: boolean;
}

/** Where a value stands among its landmarks: a scale with ticks and bands, and the same in words. */
export function LandmarkScale({ scale, value, name, isFolded = false }: ScaleProps) {
  const { words } = useSpeech();
  if (!Number.isFinite(value)) return null;
  const entries = (
    <ul>
      {scale.landmarks.map((one) => (
        <Entry key={one.id} landmark={one} scale={scale} value={value} />
      ))}
    </ul>
  );
  return (
    <figure className="landmarks" aria-label={words('parts.landmarks.label', { name })}>
      <Drawing scale={scale} value={value} />
      {isFolded ? (
        <details>
          <summary>{words('parts.landmarks.what')}</summary>
          {entries}
        </details>
      ) : (
        entries
      )}
    </figure>
  );
}

function Drawing({ scale: { min, max, landmarks }, value }: Pick<ScaleProps, 'scale' | 'value'>) {
  const at = (one: number) => (100 * (Math.min(max, Math.max(min, one)) - min)) / (max - min);
  // Wide bands lie under narrow ones.
  const bands = landmarks
    .filter(({ to }) => to !== undefined)
    .sort((a, b) => b.to! - b.value - (a.to! - a.value));
  return (
    <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" y="4" width="100" height="6" />
      {bands.map((band) => (
        <rect
          key={band.id}
          className="band"
          x={at(band.value)}
          y="4"
          width={at(band.to!) - at(band.value)}
          height="6"
        />
      ))}
      {landmarks.map(({ id, kind, value: from, to }) =>
        [from, ...(to === undefined ? [] : [to])].map((one) => (
          <line key={`${id} ${one}`} className={`tick ${kind}`} x1={at(one)} x2={at(one)} y1="0" y2="14" />
        )),
      )}
      <path className="here" d={`M${at(value)} 2V12`} data-at={at(value)} />
    </svg>
  );
}

interface EntryProps {
  readonly landmark: Landmark;
  readonly scale: Scale;
  readonly value: number;
}

function Entry({ landmark, scale, value }: EntryProps) {
  const speech = useSpeech();
  const { words, language } = speech;
  const { kind, source } = landmark;
  return (
    <li data-landmark={landmark.id} data-kind={kind}>
      <b className="number">{landmarkText(landmark, scale, speech)}</b> {landmarkWords(language, landmark)}{' '}
      <span className="muted">
        ({words(`parts.landmarks.kinds.${kind}`)}: {sourceWords(language, source)};{' '}
        {words(`parts.landmarks.${sideOf(landmark, value)}`)})
      </span>
    </li>
  );
}

function landmarkText({ value, to }: Landmark, { unit }: Scale, { typed }: Speech): string {
  const shown = to === undefined ? typed(value) : `${typed(value)}–${typed(to)}`;
  return `${shown}${NARROW_NO_BREAK_SPACE}${unitText(unit)}`;
}

/** On which side of a landmark, or of a band, the value lies. */
function sideOf({ value, to }: Landmark, here: number): 'above' | 'below' | 'at' | 'within' | 'outside' {
  if (to !== undefined) return here >= value && here <= to ? 'within' : 'outside';
  return here > value ? 'above' : here < value ? 'below' : 'at';
}
