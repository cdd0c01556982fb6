import { useId, type ReactNode } from 'react';

/** One numbered part of the way through the mode. */
export function Section({
  number,
  title,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className="building-section" aria-labelledby={heading} data-section={number}>
      <header>
        <span className="section-number" aria-hidden="true">
          {number}
        </span>
        <h3 id={heading}>{title}</h3>
      </header>
      {children}
    </section>
  );
}
