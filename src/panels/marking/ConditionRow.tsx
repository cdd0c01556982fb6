import { useId, useMemo } from 'react';
import { attributeDeclaration, type SelectorAttribute } from '../../model/selector';
import { BASELINE_ID, useAppState, useSpeech, type MarkedKind } from '../../state';
import { districtOf } from '../../state/view';
import { attributeName, valueName } from '../../words';
import { IconButton } from '../parts/IconButton';
import { attributesOf, operatorsOf, rowOf, type QueryRow } from './queryRows';

interface ConditionRowProps {
  readonly kind: MarkedKind;
  readonly row: QueryRow;
  readonly number: number;
  readonly onChange: (row: QueryRow) => void;
  /** Null: the only condition stays. */
  readonly onRemove: (() => void) | null;
}

/** Attribute, comparison, value. */
export function ConditionRow({ kind, row, number, onChange, onRemove }: ConditionRowProps) {
  const { words, language } = useSpeech();
  const id = useId();
  const { unit } = attributeDeclaration(row.attribute);
  return (
    <fieldset className="condition">
      <legend className="hidden">{words('marked.query.condition', { number })}</legend>
      <label className="hidden" htmlFor={`${id}-attribute`}>
        {words('marked.query.attribute')}
      </label>
      <select
        id={`${id}-attribute`}
        value={row.attribute}
        onChange={(event) => onChange(rowOf(event.target.value as SelectorAttribute))}
      >
        {attributesOf(kind).map((attribute) => (
          <option key={attribute} value={attribute}>
            {attributeName(language, attribute)}
          </option>
        ))}
      </select>
      <label className="hidden" htmlFor={`${id}-operator`}>
        {words('marked.query.comparison')}
      </label>
      <select
        id={`${id}-operator`}
        value={row.operator}
        onChange={(event) => onChange({ ...row, operator: event.target.value as QueryRow['operator'] })}
      >
        {operatorsOf(row.attribute).map((operator) => (
          <option key={operator} value={operator}>
            {words(`marked.query.operators.${operator}`)}
          </option>
        ))}
      </select>
      <label className="hidden" htmlFor={`${id}-value`}>
        {words('marked.query.value')}
      </label>
      <Value id={`${id}-value`} row={row} onValue={(value) => onChange({ ...row, value })} />
      <span className="unit">{unit === undefined || unit === '1' || unit === 'a' ? '' : unit}</span>
      {onRemove === null ? null : (
        <IconButton icon="minus" label={words('marked.query.less', { number })} onClick={onRemove} />
      )}
    </fieldset>
  );
}

interface ValueProps {
  readonly id: string;
  readonly row: QueryRow;
  readonly onValue: (value: string) => void;
}

function Value({ id, row: { attribute, value }, onValue }: ValueProps) {
  const { words, language } = useSpeech();
  const { type, words: values = [] } = attributeDeclaration(attribute);
  const options =
    type === 'flag'
      ? [
          { value: 'true', label: words('marked.query.with') },
          { value: 'false', label: words('marked.query.without') },
        ]
      : values.map((one) => ({ value: one, label: valueName(language, one) }));
  if (options.length === 0)
    return (
      <>
        <input
          id={id}
          type="text"
          inputMode={type === 'number' ? 'decimal' : 'text'}
          list={type === 'id' ? `${id}-ids` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
        {type === 'id' ? <Ids id={`${id}-ids`} attribute={attribute} /> : null}
      </>
    );
  return (
    <select id={id} value={value} onChange={(event) => onValue(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Ids to choose from while one is typed. */
function Ids({ id, attribute }: { readonly id: string; readonly attribute: SelectorAttribute }) {
  const network = useAppState((state) => districtOf(state, BASELINE_ID)?.network ?? null);
  const ids = useMemo(() => {
    if (network === null) return [];
    if (attribute === 'transformerId') return network.transformers.map((one) => one.id);
    const busbars = new Set(network.transformers.map(({ toBusId }) => toBusId));
    return network.lines
      .filter(({ fromBusId, toBusId }) => busbars.has(fromBusId) || busbars.has(toBusId))
      .map((one) => one.id);
  }, [network, attribute]);
  return (
    <datalist id={id}>
      {ids.map((one) => (
        <option key={one} value={one} />
      ))}
    </datalist>
  );
}
