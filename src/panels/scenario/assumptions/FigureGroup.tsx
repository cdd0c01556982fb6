import { useId, useRef, useState } from 'react';
import type { AssumptionKey } from '../../../model/assumptions';
import { useSpeech } from '../../../state';
import {
  assumedText,
  qualityClassWord,
  qualityWord,
  type AssumptionGroup,
  type AssumptionRow,
} from '../../../state/view';
import { FigureForm } from './FigureForm';

interface FigureGroupProps {
  readonly group: AssumptionGroup;
  readonly rows: readonly AssumptionRow[];
  /** Something in it is looked for, or differs; what has been opened stays so. */
  readonly opens: boolean;
  /** The figures are looked at only. */
  readonly isFixed: boolean;
}

/** Figures of one kind under a heading: value, source and how sure; a name opens the form beneath it. */
export function FigureGroup({ group, rows, opens, isFixed }: FigureGroupProps) {
  const { words } = useSpeech();
  const heading = useId();
  const table = useRef<HTMLTableElement>(null);
  const [open, setOpen] = useState(opens);
  const [opened, setOpened] = useState(opens);
  if (opens !== opened) {
    setOpened(opens);
    if (opens) setOpen(true);
  }
  const [chosen, setChosen] = useState<AssumptionKey | null>(null);
  const close = (key: AssumptionKey) => {
    setChosen(null);
    table.current?.querySelector<HTMLButtonElement>(`button[data-figure="${key}"]`)?.focus();
  };
  const title = words(`assumptions.groups.${group}`);
  return (
    <details
      className="measure-group"
      open={open}
      aria-labelledby={heading}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h3 id={heading}>{title}</h3>
        <span className="muted">{rows.length}</span>
      </summary>
      <table className="numbers assumed" ref={table}>
        <caption className="hidden">{words('assumptions.caption', { group: title })}</caption>
        <thead>
          <tr>
            <th scope="col">{words('assumptions.figure')}</th>
            <th scope="col" className="number">
              {words('assumptions.value')}
            </th>
            <th scope="col" className="sure">
              {words('assumptions.sure')}
            </th>
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.key} className={row.own === null ? undefined : 'own'}>
            <Figure
              row={row}
              isFixed={isFixed}
              isOpen={chosen === row.key}
              onOpen={() => setChosen(chosen === row.key ? null : row.key)}
            />
            {chosen === row.key ? (
              <tr>
                <td colSpan={3}>
                  <FigureForm row={row} onDone={() => close(row.key)} />
                </td>
              </tr>
            ) : null}
          </tbody>
        ))}
      </table>
    </details>
  );
}

function Figure({
  row,
  isFixed,
  isOpen,
  onOpen,
}: {
  readonly row: AssumptionRow;
  readonly isFixed: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const { words, language } = useSpeech();
  const { key, label, value, normal, own, quality } = row;
  return (
    <tr data-key={key}>
      <th scope="row">
        {isFixed ? (
          label
        ) : (
          <button type="button" className="link" data-figure={key} aria-expanded={isOpen} onClick={onOpen}>
            {label}
          </button>
        )}
        <span className="muted small-text from">
          {own === null
            ? row.normalSource
            : words('assumptions.ownSource', { source: own.source, date: own.date })}
        </span>
      </th>
      <td className="number">
        {assumedText(key, value, language)}
        {own === null ? null : (
          <span className="muted small-text from">
            {words('assumptions.normal', { value: assumedText(key, normal, language) })}
          </span>
        )}
      </td>
      <td
        className={quality === 'unknown_untraceable' ? 'sure no-source' : 'sure'}
        title={qualityClassWord(quality, language)}
      >
        {qualityWord(quality, language)}
      </td>
    </tr>
  );
}
