import { memo } from 'react';
import { sameLook, type Colours, type Look } from './look';
import type { Entry } from './entries';
import type { EntryMarked } from './marks';
import type { Shape } from './shape';

interface EntryMarkProps {
  readonly entry: Entry;
  readonly look: Look;
  readonly colours: Colours;
  readonly showsVoltage: boolean;
  readonly isSelected: boolean;
  readonly marked: EntryMarked;
  /** The one that the tab key reaches. */
  readonly isActive: boolean;
  /** What it says beside its name; only of the active one. */
  readonly name: string;
}

/** One thing of the drawing; drawn again only where its own looks have changed. */
export const EntryMark = memo(
  function EntryMark({
    entry,
    look,
    colours,
    showsVoltage,
    isSelected,
    marked,
    isActive,
    name,
  }: EntryMarkProps) {
    const { key, text, level, place, siblings, hasChildren, enters, box } = entry;
    return (
      <g
        role="treeitem"
        data-key={key}
        className="one-line-entry"
        tabIndex={isActive ? 0 : -1}
        aria-label={name}
        aria-level={level}
        aria-posinset={place}
        aria-setsize={siblings}
        aria-selected={isSelected}
        data-marked={marked ?? undefined}
        aria-expanded={enters !== null ? false : hasChildren ? true : undefined}
      >
        <title>{text.name}</title>
        <rect className="one-line-reach" {...box} rx="5" />
        {marked === null ? null : (
          <>
            <rect className="one-line-marked under" {...box} rx="5" />
            <rect className="one-line-marked" {...box} rx="5" />
          </>
        )}
        {entry.shapes({ look, colours, showsVoltage }).map((shape, at) => (
          <ShapeMark key={at} shape={shape} />
        ))}
      </g>
    );
  },
  (before, after) =>
    before.entry === after.entry &&
    sameLook(before.look, after.look) &&
    before.colours === after.colours &&
    before.showsVoltage === after.showsVoltage &&
    before.isSelected === after.isSelected &&
    before.marked === after.marked &&
    before.isActive === after.isActive &&
    before.name === after.name,
);

const inkOf = (ink: string | undefined): string =>
  ink === undefined ? 'none' : ink.startsWith('#') ? ink : `var(--${ink})`;

function ShapeMark({ shape }: { readonly shape: Shape }) {
  if (shape.is === 'path')
    return (
      <path
        d={shape.d}
        fill={inkOf(shape.fill)}
        stroke={inkOf(shape.stroke)}
        strokeWidth={shape.width}
        strokeDasharray={shape.dash}
      />
    );
  const { x, y, text, size, ink, anchor, bold, detail } = shape;
  return (
    <text
      x={x}
      y={y}
      className={`detail-${detail}`}
      fontSize={size}
      fill={inkOf(ink)}
      textAnchor={anchor}
      fontWeight={bold === true ? 650 : undefined}
    >
      {text}
    </text>
  );
}
