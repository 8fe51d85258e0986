/** A date in three boxes. What is half typed is kept as it stands (`--14`, `2020-5`), so that a draft brings it back. */

/** What stands in the boxes. */
export interface DateParts {
  year: string;
  month: string;
  day: string;
  /** `HH:mm`, only where a time is asked. */
  time: string;
}

/** Boxes of a stored date, finished or not. */
export function partsOfDate(value: unknown): DateParts {
  const text = typeof value === 'string' ? value : '';
  const [date = '', time = ''] = text.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day, time };
}

/** The stored text of boxes; undefined when all are empty. Nothing is padded here: this runs while a person types. */
export function dateOfParts({ year, month, day, time }: DateParts): string | undefined {
  const date = [year, month, day].map((part) => part.trim()).join('-').replace(/-+$/, '');
  const text = time === '' ? date : `${date}T${time}`;
  return text === '' ? undefined : text;
}

const pad = (text: string): string => (/^\d$/.test(text) ? `0${text}` : text);

/** Leading zeros added, after the boxes were left: `2020-5-4` → `2020-05-04`. */
export function tidyDate(value: unknown): string | undefined {
  const parts = partsOfDate(value);
  return dateOfParts({ ...parts, month: pad(parts.month.trim()), day: pad(parts.day.trim()) });
}
