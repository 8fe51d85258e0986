/** What a carrier reported, as a row of the timeline holds it (`delivering – Bưu cục Thới Bình`), in words. */

/** The status in words, the place as it came; a text of another shape stays as it is. */
export function parcelText(text: string | null, statuses: Readonly<Record<string, string>>): string {
  const [status = '', ...place] = (text ?? '').split(' – ');
  return [statuses[status] ?? status, ...place].filter(Boolean).join(' – ');
}
