/** Reads a day as people type it. */

/** A day that there is: "2027-03-31", or as it is written here, "31/3/2027". Null: none can be read. */
export function readDay(text: string): string | null {
  const day = text
    .trim()
    .replace(
      /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/,
      (_, date: string, month: string, year: string) =>
        [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-'),
    );
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(day)) return null;
  const noon = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(day) ? day : null;
}
