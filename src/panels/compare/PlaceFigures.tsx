import { useId, useState } from 'react';
import { useSpeech } from '../../state';
import { cutTable, placeTable, type CutId } from '../../state/view';
import { DISTRICT_NODE } from '../../study/comparison';
import { PlainTable, SaveTable } from './SaveTable';
import { shownScenarios, type Shown } from './shown';

const CUTS = ['season', 'dayNight', 'week'] as const satisfies readonly CutId[];

/** The figures behind the curves of a place: peaks with their hour, energy, what is above the limit, and the year in parts. */
export function PlaceFigures({ shown, nodeId }: { readonly shown: Shown; readonly nodeId: string }) {
  const { words, language } = useSpeech();
  const id = useId();
  const [cut, setCut] = useState<CutId>('season');
  const { comparison, names } = shown;
  const years = shownScenarios(shown).flatMap(({ key, nodes }) => {
    const node = nodes.find((one) => one.id === nodeId);
    return node === undefined ? [] : [{ name: names.get(key)!, node }];
  });
  const place = nodeId === DISTRICT_NODE ? words('places.district') : nodeId;
  const figures = placeTable(years, comparison, language);
  const parts = cutTable(years, cut, language);
  const title = words('places.title', { place });
  const cutTitle = words('places.cutTitle', { place, cut: words(`places.cuts.${cut}`) });
  return (
    <section data-part="place-figures">
      <div className="row">
        <h3>{title}</h3>
        <span className="spacer" />
        <SaveTable name="place_figures.csv" label={words('places.save')} table={figures} />
      </div>
      <PlainTable table={figures} label={title} numbers={years.map((_, at) => at + 1)} />
      <p className="muted small-text">{words('places.note')}</p>
      <div className="row wrap">
        <label htmlFor={id}>{words('places.part')}</label>
        <select id={id} value={cut} onChange={(event) => setCut(event.target.value as CutId)}>
          {CUTS.map((one) => (
            <option key={one} value={one}>
              {words(`places.cuts.${one}`)}
            </option>
          ))}
        </select>
        <span className="spacer" />
        <SaveTable name="place_parts.csv" label={words('places.saveCut')} table={parts} />
      </div>
      <PlainTable table={parts} label={cutTitle} numbers={[2, 3, 4, 5, 6, 7, 8]} />
    </section>
  );
}
