import { useWords } from '../../state';

/** The head of a table: what each column is called, by the names of the words. */
export function ColumnHeads({ of }: { readonly of: readonly Parameters<ReturnType<typeof useWords>>[0][] }) {
  const words = useWords();
  return (
    <thead>
      <tr>
        {of.map((name) => (
          <th key={name} scope="col">
            {words(name)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
