import { useState } from 'react';
import { useWords } from '../../state';
import { downloadText } from '../parts/download';
import { Icon } from '../parts/Icon';

/** Files to start from, each of a format that is read here. */
const TEMPLATES = [
  ['district', 'district.geojson', 'application/geo+json'],
  ['scenario', 'my.scenario.json', 'application/json'],
  ['meter', 'meter.csv', 'text/csv'],
  ['peaks', 'peaks.csv', 'text/csv'],
  ['tariff', 'tariff.json', 'application/json'],
] as const;

export type LoadTemplate = (name: string) => Promise<string>;

/** Small correct files to take, and where weather comes from. */
export function Templates({ load }: { readonly load: LoadTemplate }) {
  const words = useWords();
  const [failed, setFailed] = useState<string | null>(null);
  const take = (name: string, type: string) => {
    load(name).then(
      (text) => {
        setFailed(null);
        downloadText(name, text, type);
      },
      (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <details className="templates" data-testid="templates">
      <summary>{words('templates.title')}</summary>
      <ul className="plain-list">
        {TEMPLATES.map(([id, name, type]) => (
          <li key={id}>
            <button type="button" className="button" onClick={() => take(name, type)}>
              <Icon name="download" />
              {name}
            </button>
            <span className="small-text">{words(`templates.${id}`)}</span>
          </li>
        ))}
      </ul>
      <p className="small-text">{words('templates.weather')}</p>
      {failed === null ? null : (
        <p role="alert" className="callout bad">
          {words('templates.failed', { why: failed })}
        </p>
      )}
    </details>
  );
}
