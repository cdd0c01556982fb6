const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const HEADER = [
  'LOCATION,Testtown,-,XYZ,Made up,000000,48.10,11.50,5.5,500.0',
  'DESIGN CONDITIONS,0',
  'TYPICAL/EXTREME PERIODS,0',
  'GROUND TEMPERATURES,0',
  'HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0',
  'COMMENTS 1,"A stray quote and, a comma',
  'COMMENTS 2,nothing',
  'DATA PERIODS,1,1,Data,Wednesday, 1/ 1,12/31',
];

/** A data row: temperature counts the hours of the year in hundredths, so that a shifted row shows. */
export function row(month: number, day: number, hour: number, hourOfYear: number): string {
  const start = [2005, month, day, hour, 60, 'flags'];
  const air = [(hourOfYear / 100 - 40).toFixed(2), -45, 50, 95000, 0, 1400];
  const sun = hour > 8 && hour < 17 ? [300, 400, 200] : [0, 0, 0];
  return [...start, ...air, 250, ...sun, 0, 0, 0, 0, 180, 3.5, 6, 5, 20, 1000, 9, 0, 10, 0.1, 0, 88].join(
    ',',
  );
}

/** The lines of a correct file; `leap` adds 29 February. */
export function sampleLines(leap = false): string[] {
  const rows: string[] = [];
  let hourOfYear = 0;
  DAYS.forEach((days, m) => {
    for (let day = 1; day <= days; day += 1) {
      for (let hour = 1; hour <= 24; hour += 1) rows.push(row(m + 1, day, hour, hourOfYear++));
    }
    if (leap && m === 1) for (let hour = 1; hour <= 24; hour += 1) rows.push(row(2, 29, hour, 0));
  });
  return [...HEADER, ...rows];
}

/** The file with one cell replaced; `hour` is the 0-based hour of the year. */
export function withCell(lines: readonly string[], hour: number, column: number, value: string): string[] {
  const copy = [...lines];
  const cells = copy[HEADER.length + hour]!.split(',');
  cells[column] = value;
  copy[HEADER.length + hour] = cells.join(',');
  return copy;
}
