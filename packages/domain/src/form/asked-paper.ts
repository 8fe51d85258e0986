/** Papers that an office asks for in its own words (yêu cầu bổ sung), beside those that the form knows. */

/** Id of such a paper from its label: letters and digits only, up to 80. Page and gateway come to the same one. */
export function askedPaperId(label: string): string {
  const plain = label.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80).replace(/-$/, '') || 'giay-to';
}
