/** Numbers as people write them here: `1.500.000`, `12,5`. */

/** Number of a typed text; null when it is none. Dots and spaces group thousands, a comma starts the fraction. */
export function numberOfText(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/g, '');
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replace(/\./g, '') : plain;
  const normal = grouped.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(normal) ? Number(normal) : null;
}

/** Whole part in groups of three (`1.500.000`), fraction after a comma. */
export function groupedText(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return fraction === undefined ? groups : `${groups},${fraction}`;
}
