import { useActions, useAppState, useWords } from '../../state';

/** Where a file of measured peaks is chosen, and the last comparison is found again. */
export function PeaksChoice({ onChosen }: { readonly onChosen: () => void }) {
  const actions = useActions();
  const words = useWords();
  const known = useAppState(({ peaks }) => peaks?.fileName ?? null);
  return (
    <section aria-label={words('peaks.choice.label')}>
      <h3>{words('peaks.choice.label')}</h3>
      <p>{words('peaks.choice.lead')}</p>
      <div className="row wrap">
        <label className="button file">
          <span>{words('peaks.choice.choose')}</span>
          <input
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file === undefined) return;
              onChosen();
              void actions.peaks.read(file);
            }}
          />
        </label>
        {known === null ? null : (
          <button
            type="button"
            className="button"
            onClick={() => {
              onChosen();
              void actions.peaks.show();
            }}
          >
            {words('peaks.choice.show', { file: known })}
          </button>
        )}
      </div>
    </section>
  );
}
