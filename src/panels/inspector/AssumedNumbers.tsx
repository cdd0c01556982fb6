import { useRef, useState } from 'react';
import { assumptionsOf, type Assumption } from '../../model/archetypes';
import { OVERRIDABLE, type Building, type Overridable } from '../../model/building';
import type { District } from '../../model/district';
import { useSpeech, useWords } from '../../state';
import { figureWord, qualityWord, unitText } from '../../state/view';
import { layerWords, sourceWords } from '../../words';
import { OwnNumberForm } from './OwnNumberForm';

const isOverridable = ({ name }: Assumption): boolean => (OVERRIDABLE as readonly string[]).includes(name);

/** Every number a building's results stand on, with how sure it is; those of its own are typed in here. */
export function AssumedNumbers({
  building,
  district,
}: {
  readonly building: Building;
  readonly district: District;
}) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="corrections" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words('inspector.numbers.title')}</summary>
      {open ? <Numbers key={building.id} building={building} district={district} /> : null}
    </details>
  );
}

function Numbers({ building, district }: { readonly building: Building; readonly district: District }) {
  const { words, language } = useSpeech();
  const [chosen, setChosen] = useState<Overridable | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const all = assumptionsOf(building, district.archetypeRegion);
  const close = (name: Overridable) => {
    setChosen(null);
    table.current?.querySelector<HTMLButtonElement>(`button[data-figure="${name}"]`)?.focus();
  };
  return (
    <>
      <p className="muted small-text">{words('inspector.numbers.lead')}</p>
      <table className="numbers" ref={table}>
        <caption className="hidden">{words('inspector.numbers.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('inspector.numbers.number')}</th>
            <th scope="col" className="number">
              {words('inspector.numbers.value')}
            </th>
            <th scope="col" className="sure">
              {words('inspector.numbers.sure')}
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
                    {figureWord(name, language)}
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
  const { words, number, language } = useSpeech();
  const { value, unit, quality, origin } = figure;
  return (
    <>
      <td className="number">
        {number(value)} <span className="unit">{unitText(unit, language)}</span>
      </td>
      <td className={quality === 'unknown_untraceable' ? 'sure no-source' : 'sure'}>
        {qualityWord(quality, language)}
        {words(`inspector.numbers.origins.${origin}`)}
      </td>
    </>
  );
}

/** What cannot be set for one building: schedules, layers, and what all zones share. */
function OtherNumbers({ figures }: { readonly figures: readonly Assumption[] }) {
  const { words, language } = useSpeech();
  return (
    <details>
      <summary>{words('inspector.numbers.others', { number: figures.length })}</summary>
      <table className="numbers">
        <caption className="hidden">{words('inspector.numbers.othersCaption')}</caption>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.of ?? ''} ${figure.name}`} title={sourceWords(language, figure.source)}>
              <th scope="row">
                {figureWord(figure.name, language)}
                {figure.of === undefined ? null : (
                  <span className="muted small-text"> {layerWords(language, figure.of)}</span>
                )}
              </th>
              <ValueAndClass figure={figure} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
