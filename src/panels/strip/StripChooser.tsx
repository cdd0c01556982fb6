import { useState } from 'react';
import { HOUSEHOLD_DEFINITIONS } from '../../kpi/householdKpis';
import { KPI_GROUPS, type KpiGroup } from '../../kpi/kpiGroups';
import {
  COUNTED_LATER,
  FEWEST_SHOWN,
  MOST_SHOWN,
  shownId,
  stripIds,
  useActions,
  useAppState,
  useSpeech,
} from '../../state';
import { stripChoices, type StripChoice } from '../../state/strip/choices';
import { kpiGroupWords, type Language } from '../../words';
import { TypedField } from '../parts/TypedField';

/** Six to eight of all indicators: the strip follows at once, as soon as there are enough of them. */
export function StripChooser() {
  const { words, language } = useSpeech();
  const actions = useActions();
  const shown = useAppState(stripIds);
  const result = useAppState((state) => state.runs[shownId(state)]?.result ?? null);
  const [chosen, setChosen] = useState(shown);
  const [typed, setTyped] = useState('');
  const choices = stripChoices(result, HOUSEHOLD_DEFINITIONS, COUNTED_LATER, language);
  const choose = (ids: readonly string[]) => {
    setChosen(ids);
    actions.setStrip(ids);
  };
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const wanted = typed.trim().toLocaleLowerCase(language);
  const found = choices.filter(({ label }) => label.toLocaleLowerCase(language).includes(wanted));
  const groups = [...(Object.keys(KPI_GROUPS) as KpiGroup[]), null];
  return (
    <div className="strip-chooser">
      <p className="muted">{words('levels.chooseLead')}</p>
      <div className="row wrap">
        <TypedField label={words('levels.find')} value={typed} onChange={setTyped} />
        <p role="status">
          {words('levels.chosen', { number: chosen.length, most: MOST_SHOWN })}{' '}
          {chosen.length < FEWEST_SHOWN ? <b>{words('levels.tooFew', { fewest: FEWEST_SHOWN })}</b> : null}
        </p>
        <span className="spacer" />
        <button
          type="button"
          className="button small"
          onClick={() => {
            actions.setStrip(null);
            setChosen(stripIds({ strip: null }));
          }}
        >
          {words('levels.proposed')}
        </button>
      </div>
      {groups.map((group) => (
        <ChoiceGroup
          key={group ?? 'others'}
          title={titleOf(group, language, words('levels.others'))}
          choices={found.filter((choice) => choice.group === group)}
          chosen={chosen}
          onToggle={toggle}
        />
      ))}
    </div>
  );
}

const titleOf = (group: KpiGroup | null, language: Language, others: string): string =>
  group === null ? others : kpiGroupWords(language, group);

function ChoiceGroup({
  title,
  choices,
  chosen,
  onToggle,
}: {
  readonly title: string;
  readonly choices: readonly StripChoice[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
}) {
  if (choices.length === 0) return null;
  return (
    <fieldset className="strip-choices">
      <legend>{title}</legend>
      {choices.map(({ id, label, definition }) => {
        const place = chosen.indexOf(id);
        return (
          <label key={id} title={definition}>
            <input
              type="checkbox"
              checked={place >= 0}
              disabled={place < 0 && chosen.length >= MOST_SHOWN}
              onChange={() => onToggle(id)}
            />
            <span>{label}</span>
            {place < 0 ? null : <span className="muted number">{place + 1}</span>}
          </label>
        );
      })}
    </fieldset>
  );
}
