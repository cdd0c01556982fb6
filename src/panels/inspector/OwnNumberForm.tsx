import type { Assumption } from '../../model/archetypes';
import type { Building, Overridable, SourcedValue } from '../../model/building';
import { OVERRIDE_RANGES } from '../../model/schema';
import { useActions, useSpeech } from '../../state';
import { figureWord, qualityClassWord, unitText } from '../../state/view';
import { sourceWords } from '../../words';
import { SourcedNumberForm } from '../parts/SourcedNumberForm';

/** A number of the building's own: value, where it comes from and how sure it is. */
export function OwnNumberForm({
  building,
  figure,
  name,
  onDone,
}: {
  readonly building: Building;
  readonly figure: Assumption;
  readonly name: Overridable;
  readonly onDone: () => void;
}) {
  const actions = useActions();
  const { words, number, language } = useSpeech();
  const own = building.overrides?.[name];
  const correct = (value: SourcedValue | null) => {
    actions.correctBuilding({ buildingId: building.id, field: name, value });
    onDone();
  };
  return (
    <SourcedNumberForm
      label={figureWord(name, language)}
      unit={figure.unit}
      range={OVERRIDE_RANGES[name]}
      begin={
        own ?? { value: Number(figure.value.toPrecision(4)), source: '', quality: 'personal_estimation' }
      }
      lead={words(figure.origin === 'own' ? 'inspector.numbers.own' : 'inspector.numbers.now', {
        value: number(figure.value, 4),
        unit: unitText(figure.unit, language),
        source: sourceWords(language, figure.source),
        quality: qualityClassWord(figure.quality, language),
      })}
      take={words('inspector.numbers.take')}
      more={
        own === undefined ? null : (
          <button type="button" className="button small" onClick={() => correct(null)}>
            {words('inspector.numbers.archetype')}
          </button>
        )
      }
      onTake={correct}
    />
  );
}
