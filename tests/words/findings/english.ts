/** Words that hold every English sentence together and that no German one has. */
const ENGLISH =
  /(?<![-\w])(?:[Tt]he|is|are|of|has|have|and|or|not|no|to|for|with|must|which|where|it|its|this|that|from|by|than|does|only|there|more|at|on|be|a|each|first)(?![-\w])/g;

/** Between quotation marks and in code stands what a file or a command line says, word for word. */
const QUOTED = /„[^“]*“|"[^"]*"|`[^`]*`/g;

/** Words of formats, tools and units, and what both languages write alike. */
const ALIKE: ReadonlySet<string> = new Set(
  [
    'all query polygon downstream ids union intersection except kpi kpis lever measure count lateral features',
    'schema block tariff true false null value source quality retrofit photovoltaics vehicles element zone',
    'open closed npts nconds spacing series wye delta cmatrix line code codes max sqrt abc',
    'snapshot daily yearly dutycycle pandapower pandas split records index columns sgen load shunt ward impedance',
    'cjio upgrade save cjseq collect citygml osmtogeojson scale translate gridtwin climate uom',
    'var kvar ohm min day year cap zip relative extreme negative positive parallel warm was',
  ].flatMap((words) => words.split(' ')),
);

/** Words in small letters that begin no name and end in no value. */
const WORD = /(?<![-\w=.])[a-z]{3,}(?![-\w=(]|\.\w)/g;

/** What a German text still has of the English one that it stands for: words of every sentence, and words of this one. */
export function englishIn(german: string, english = ''): readonly string[] {
  const said = german.replace(QUOTED, '');
  const own = new Set(english.match(WORD) ?? []);
  const kept = (said.match(WORD) ?? []).filter((word) => own.has(word) && !ALIKE.has(word));
  return [...(said.match(ENGLISH) ?? []), ...kept];
}
