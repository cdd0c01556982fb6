import {
  CONNECTION_PARTS,
  useActions,
  worsePartsState,
  type BuildingState,
  type ConnectionPart,
} from '../../state';
import { Chip } from '../parts/Chip';
import { useTexts, type Texts } from './useTexts';

/** Percent of the rating that the bars have room for. */
const ROOM = 150;
const CLOSE = 80;
const LIMIT = 100;

const wordOf = (percent: number): 'fine' | 'close' | 'over' =>
  percent > LIMIT ? 'over' : percent > CLOSE ? 'close' : 'fine';

const ratingText = ({ quantity, inUnit }: Texts, { ratedA, ratedSVa }: ConnectionPart): string =>
  ratedA !== null ? inUnit(ratedA, 'A') : ratedSVa !== null ? quantity(ratedSVa, 'VA') : '';

/** Fuse, cables and transformer: how full they are today and with the package, in numbers, a bar and a word. */
export function ConnectionGauges({
  today,
  own,
}: {
  readonly today: BuildingState;
  readonly own: BuildingState | null;
}) {
  const { words } = useTexts();
  const partsState = own === null ? today.partsState : worsePartsState(today.partsState, own.partsState);
  return (
    <section className="cope" aria-label={words('building.effect.cope')} data-testid="cope">
      <h4>
        {words('building.effect.cope')}{' '}
        <span className={partsState === 'provisional' ? 'tag provisional' : 'tag'} data-parts={partsState}>
          {words(`building.effect.partsState.${partsState}`)}
        </span>
      </h4>
      <ul className="gauges">
        {CONNECTION_PARTS.map((part) => {
          const before = today.parts.find((one) => one.part === part);
          const after = own === null ? before : own.parts.find((one) => one.part === part);
          const present = after ?? before;
          return present === undefined ? null : (
            <Gauge
              key={part}
              before={before ?? null}
              after={present}
              isChanged={own !== null}
              isComputing={after === undefined}
            />
          );
        })}
      </ul>
      <p className="muted small-text">{words('building.effect.copeNote')}</p>
    </section>
  );
}

function Gauge({
  before,
  after,
  isChanged,
  isComputing,
}: {
  readonly before: ConnectionPart | null;
  readonly after: ConnectionPart;
  readonly isChanged: boolean;
  /** `after` is that of today until the package's own is there. */
  readonly isComputing: boolean;
}) {
  const texts = useTexts();
  const { words } = texts;
  const actions = useActions();
  const { part, elementId, percent, step } = after;
  const [from, to] = [texts.percent(before?.percent ?? Number.NaN), texts.percent(percent)];
  const text = isComputing
    ? words('building.effect.fromTo', { from: to, to: '…' })
    : !isChanged || before === null
      ? to
      : from === to
        ? words('building.effect.stays', { to })
        : words('building.effect.fromTo', { from, to });
  const kind = part === 'transformer' ? 'transformer' : part === 'fuse' ? null : 'line';
  const name = words(`building.effect.parts.${part}`);
  return (
    <li
      className="gauge"
      data-part={part}
      data-before={before?.percent}
      data-after={isComputing ? undefined : percent}
    >
      <span className="gauge-name">
        <b>{name}</b>
        {kind === null ? null : (
          <button
            type="button"
            className="link small-text"
            onClick={() => actions.hover({ kind, id: elementId })}
            onBlur={() => actions.hover(null)}
            onMouseLeave={() => actions.hover(null)}
            title={elementId}
          >
            {elementId}
          </button>
        )}
      </span>
      <Bar percent={percent} before={isChanged ? (before?.percent ?? null) : null} />
      <span className="gauge-value">
        <Chip variable="loading" value={percent} />
        <b>{text}</b>
      </span>
      <span className={`gauge-word ${wordOf(percent)} small-text`}>
        {words(`building.effect.words.${wordOf(percent)}`)},{' '}
        {words('building.effect.rating', { value: ratingText(texts, after) })};{' '}
        {words('building.effect.when', { moment: texts.moment(step) })}
      </span>
    </li>
  );
}

function Bar({ percent, before }: { readonly percent: number; readonly before: number | null }) {
  const at = (value: number) => (Math.min(Math.max(value, 0), ROOM) / ROOM) * 100;
  const isOver = percent > LIMIT;
  return (
    <svg className="gauge-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" width="100" height="12" />
      <rect className={isOver ? 'fill over' : 'fill'} width={at(percent)} height="12" />
      {before === null ? null : (
        <rect className="was" x={Math.max(0, at(before) - 0.4)} width="0.8" height="12" />
      )}
      <line className="limit" x1={at(LIMIT)} x2={at(LIMIT)} y1="0" y2="12" />
    </svg>
  );
}
