/** Every leaf that the holder of code and key may ever read: a new one has to be written down here first. */

/** `a.b[].c` of every value in it that is no list and no object. */
export function leafPaths(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => leafPaths(item, `${at}[]`)))];
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, item]) => leafPaths(item, at === '' ? key : `${at}.${key}`));
}

const under = (stem: string, ...leaves: string[]): string[] => leaves.map((leaf) => `${stem}.${leaf}`);
const FEE_LINE = ['ruleId', 'kind', 'label.vi', 'label.en', 'amount', 'collect'];

export const TRACKING_LEAVES: ReadonlySet<string> = new Set([
  'dossierCode', 'applicantName', 'declarantName', 'status', 'family', 'actor', 'channel', 'outcome', 'rating', 'submittedAt', 'acceptedAt', 'finishedAt', 'workingDaysLeft',
  ...under('procedure', 'code', 'name'),
  ...under('unit', 'id', 'name', 'agencyCode', 'level', 'provinceCode', 'provinceName', 'address', 'phone'),
  ...under('due', 'dueAt', 'dueOn', 'reasons[].code', 'reasons[].date', ...under('reasons[].params', 'time', 'value', 'unit', 'from', 'why', 'days')),
  ...under('timeline[]', 'sequence', 'at', 'status', 'action', 'agency', 'person', 'text', 'section', 'receivedAt', 'processedAt', 'returnedAt'),
  'supplement', ...under('supplement', 'requestedAt', 'text', 'respondBy', 'answeredAt', ...under('items[]', 'target', 'targetId', 'label', 'reason')),
  ...under('papers[]', 'paperId', 'name', ...under('files[]', 'uploadId', 'name', 'type', 'size', 'sha256', 'receivedAt')),
  ...under('fees', 'total', 'complete', ...FEE_LINE.map((leaf) => `lines[].${leaf}`)), 'amountDue', 'paymentMethods[]',
  'payment', ...under('payment', 'id', 'method', 'state', 'amount', 'createdAt', 'paidAt', 'failedAt', 'finalAt', 'receiptNumber', 'transfer', ...FEE_LINE.map((leaf) => `lines[].${leaf}`)),
  ...under('payment.transfer', 'bankBin', 'bankName', 'accountNumber', 'accountName', 'amount', 'content', 'qr'),
  'delivery', ...under('delivery', 'resultBy', ...under('party', 'name', 'phone', ...under('address', 'provinceCode', 'provinceName', 'communeCode', 'communeName', 'detail'))),
  ...under('parcels[]', 'direction', 'waybill', 'carrier', 'createdAt', ...under('events[]', 'at', 'status', 'place', 'text')),
  'postal', ...under('postal', 'state', 'since', 'nextOn', 'place'),
  'pause', ...under('pause', 'reason', 'since', 'then'), 'extension', ...under('extension', 'at', 'from', 'to', 'reason'),
  ...under('results[]', 'id', 'name', 'type', 'size', 'sha256', 'addedAt'), ...under('letters[]', 'kind', 'issuedAt'), 'actions[]',
]);
