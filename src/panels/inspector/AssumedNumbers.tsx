import { useRef, useState } from 'react';
import { assumptionsOf, type Assumption } from '../../model/archetypes';
import { OVERRIDABLE, type Building, type Overridable } from '../../model/building';
import type { District } from '../../model/district';
import { figureWord, QUALITY_WORDS, unitText } from '../../state/view';
import { formatNumber } from '../../units';
import { OwnNumberForm } from './OwnNumberForm';

const isOverridable = ({ name }: Assumption): boolean => (OVERRIDABLE as readonly string[]).includes(name);

const ORIGIN_WORDS = { archetype: '', own: ', own', retrofit: ', after work' } as const;

/** Every number a building's results stand on, with how sure it is; those of its own are typed in here. */
export function AssumedNumbers({
  building,
  district,
}: {
  readonly building: Building;
  readonly district: District;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className="corrections" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Numbers it stands on</summary>
      {open ? <Numbers key={building.id} building={building} district={district} /> : null}
    </details>
  );
}

function Numbers({ building, district }: { readonly building: Building; readonly district: District }) {
  const [chosen, setChosen] = useState<Overridable | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const all = assumptionsOf(building, district.archetypeRegion);
  const close = (name: Overridable) => {
    setChosen(null);
    table.current?.querySelector<HTMLButtonElement>(`button[data-figure="${name}"]`)?.focus();
  };
  return (
    <>
      <p className="muted small-text">
        Of the present day. Choose a number to see its source or to correct it, for the baseline and every
        scenario.
      </p>
      <table className="numbers" ref={table}>
        <caption className="hidden">Numbers of this building</caption>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col" className="number">
              Value
            </th>
            <th scope="col" className="sure">
              How sure
            </th>
          </tr>
        </thead>
        {all.filter(isOverridable).map((figure) => {
          const name = figure.name as Overridable;
          return (
            <tbody key={name}>
              <tr>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    data-figure={name}
                    aria-expanded={chosen === name}
                    onClick={() => setChosen(chosen === name ? null : name)}
                  >
                    {figureWord(name)}
                  </button>
                </th>
                <ValueAndClass figure={figure} />
              </tr>
              {chosen === name ? (
                <tr>
                  <td colSpan={3}>
                    <OwnNumberForm
                      building={building}
                      figure={figure}
                      name={name}
                      onDone={() => close(name)}
                    />
                  </td>
                </tr>
              ) : null}
            </tbody>
          );
        })}
      </table>
      <OtherNumbers figures={all.filter((figure) => !isOverridable(figure))} />
    </>
  );
}

function ValueAndClass({ figure }: { readonly figure: Assumption }) {
  const { value, unit, quality, origin } = figure;
  return (
    <>
      <td className="number">
        {formatNumber(value)} <span className="unit">{unitText(unit)}</span>
      </td>
      <td className={quality === 'unknown_untraceable' ? 'sure no-source' : 'sure'}>
        {QUALITY_WORDS[quality]}
        {ORIGIN_WORDS[origin]}
      </td>
    </>
  );
}

/** What cannot be set for one building: schedules, layers, and what all zones share. */
function OtherNumbers({ figures }: { readonly figures: readonly Assumption[] }) {
  return (
    <details>
      <summary>Schedules, layers and what all buildings share: {figures.length} numbers</summary>
      <table className="numbers">
        <caption className="hidden">Numbers that follow from the others or are shared</caption>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.of ?? ''} ${figure.name}`} title={figure.source}>
              <th scope="row">
                {figureWord(figure.name)}
                {figure.of === undefined ? null : <span className="muted small-text"> {figure.of}</span>}
              </th>
              <ValueAndClass figure={figure} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
