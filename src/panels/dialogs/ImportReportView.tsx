import type { ImportReport } from '../../io';
import { useSpeech } from '../../state';
import { catalogueOf, readingWords } from '../../words';
import { Scroll } from '../parts/Scroll';

/** What was read of files: taken, derived, assumed, left out. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { words, language } = useSpeech();
  const said = (text: string) => readingWords(language, text);
  const entry = (title: string, text: string) => (
    <div>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </div>
  );
  const lods = Object.entries(report.lods);
  return (
    <>
      <dl className="facts">
        {entry(
          words('dialogs.import.files'),
          report.files
            .map(({ name, format, featureCount }) =>
              words('dialogs.import.file', { name, format: said(format), features: featureCount }),
            )
            .join('; '),
        )}
        {entry(
          words('dialogs.import.taken'),
          words('dialogs.import.counts', {
            buildings: words('dialogs.import.amount.buildings', { count: report.buildings }),
            streets: words('dialogs.import.amount.streets', { count: report.streets }),
            openSpaces: words('dialogs.import.amount.openSpaces', { count: report.openSpaces }),
          }),
        )}
        {entry(
          words('dialogs.import.reference'),
          words('dialogs.import.heights', { crs: report.crs.join(', '), datum: said(report.verticalDatum) }),
        )}
        {lods.length === 0
          ? null
          : entry(
              words('dialogs.import.detail'),
              lods.map(([lod, count]) => words('dialogs.import.lod', { lod, number: count })).join(', '),
            )}
      </dl>
      <EvidenceTable attributes={report.attributes} />
      <LeftOut report={report} />
    </>
  );
}

function EvidenceTable({ attributes }: Pick<ImportReport, 'attributes'>) {
  const { words, language } = useSpeech();
  const names: Readonly<Record<string, string>> = catalogueOf(language).facts.attributes;
  return (
    <Scroll label={words('dialogs.import.attribute')}>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{words('dialogs.import.attribute')}</th>
            {(['given', 'derived', 'assumed', 'absent'] as const).map((kind) => (
              <th key={kind} scope="col" className="number">
                {words(`dialogs.import.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(attributes).map(([name, { given, derived, assumed, absent }]) => (
            <tr key={name}>
              <th scope="row">{names[name] ?? name}</th>
              {[given, derived, assumed, absent].map((count, at) => (
                <td key={at} className="number">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function LeftOut({ report: { skipped, ignoredAttributes, remarks } }: { readonly report: ImportReport }) {
  const { words, language } = useSpeech();
  const ignored = Object.entries(ignoredAttributes).map(([name, count]) => `${name} (${count})`);
  return (
    <>
      {skipped.map(({ reason, ids }) => (
        <p key={reason} className="small-text">
          {words('dialogs.import.leftOut', {
            number: ids.length,
            reason: readingWords(language, reason),
            ids: `${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''}`,
          })}
        </p>
      ))}
      <p className="small-text">
        {ignored.length === 0 ? '' : words('dialogs.import.unused', { names: ignored.join(', ') })}
        {remarks.map((remark) => readingWords(language, remark)).join(' ')}
      </p>
    </>
  );
}
