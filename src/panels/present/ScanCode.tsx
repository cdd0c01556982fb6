import { useMemo, useState } from 'react';
import { encode } from 'uqr';
import { useWords } from '../../state';
import { isLoopback } from '../../state/present';
import { copyText } from '../parts/copyText';
import { Icon } from '../parts/Icon';

/** Serves the app to every machine of the network, and prints the address. */
const ON_THE_NETWORK = 'npm start -- --host';

/** The link for phones: as a picture, large on demand, and in words where no phone could follow it. */
export function ScanCode({ link, onLarge }: { readonly link: string; readonly onLarge: () => void }) {
  const words = useWords();
  const [copied, setCopied] = useState<{ readonly link: string; readonly ok: boolean } | null>(null);
  const code = useMemo(() => codeOf(link), [link]);
  return (
    <section className="present-scan">
      <h3>{words('present.scan')}</h3>
      {isLoopback(link) ? (
        <p className="callout" data-testid="loopback">
          {words('present.loopback')} <code>{ON_THE_NETWORK}</code>
        </p>
      ) : (
        <p className="muted">{words('present.scanText')}</p>
      )}
      {code === null ? <p>{words('present.qrTooLong')}</p> : <Picture code={code} link={link} />}
      <div className="present-buttons">
        {code === null ? null : (
          <button type="button" className="button" onClick={onLarge}>
            <Icon name="zoomIn" />
            {words('present.fullScreen')}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => void copyText(link).then((ok) => setCopied({ link, ok }))}
        >
          <Icon name="copy" />
          {copied?.ok === true && copied.link === link ? words('present.copied') : words('present.copyLink')}
        </button>
      </div>
      {copied?.ok === false && copied.link === link ? (
        <p role="alert">
          {words('present.notCopied')} <code>{link}</code>
        </p>
      ) : null}
    </section>
  );
}

/** The code alone, as large as the page; one click leads back. */
export function LargeCode({ link, onBack }: { readonly link: string; readonly onBack: () => void }) {
  const words = useWords();
  const code = useMemo(() => codeOf(link), [link]);
  return (
    <div className="present-code">
      <button type="button" className="button" onClick={onBack}>
        <Icon name="previous" />
        {words('present.summary')}
      </button>
      {code === null ? null : <Picture code={code} link={link} />}
    </div>
  );
}

interface Code {
  readonly size: number;
  readonly path: string;
}

function Picture({ code, link }: { readonly code: Code; readonly link: string }) {
  const words = useWords();
  return (
    <div role="img" aria-label={words('present.scan')} data-testid="qr" data-link={link}>
      <Drawing code={code} />
    </div>
  );
}

/** Black on white in either theme, as cameras want it. */
function Drawing({ code: { size, path } }: { readonly code: Code }) {
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Modules of a code that holds the link, as one path; null where it does not fit (2,953 bytes at most). */
function codeOf(link: string): Code | null {
  if (link.length > 2900) return null;
  const { data, size } = encode(link, { ecc: 'L', border: 4 });
  const path = data
    .flatMap((line, y) => line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { size, path };
}
