import { useSpeech } from '../../state';
import { colourOf, wordOf, type Variable } from '../../state/display';
import { useTheme } from './theme';

/** The colour of a value as on the map, with its word; hatched without data. */
export function Chip({ variable, value }: { readonly variable: Variable; readonly value: number }) {
  const theme = useTheme();
  const { language } = useSpeech();
  const colour = colourOf(variable, value, theme);
  return (
    <span
      className={colour === undefined ? 'chip no-data' : 'chip'}
      style={colour === undefined ? undefined : { backgroundColor: colour }}
      title={wordOf(variable, value, language)}
    />
  );
}
