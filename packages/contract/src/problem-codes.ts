/**
 * The closed table of problem codes (RFC 9457 `type` is `urn:motcua:problem:<code>`).
 * No schema library here: error guards must stay small.
 */

/** Code → HTTP status and English title (`title` of the problem document). Words for people live with the elements. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request could not be read' },
  'idempotency-key-missing': { status: 400, title: 'This operation needs an Idempotency-Key' },
  'unauthorized': { status: 401, title: 'Credentials are missing or not valid' },
  'forbidden': { status: 403, title: 'These credentials do not allow this operation' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'site-not-found': { status: 404, title: 'This gateway does not serve that site' },
  'procedure-not-found': { status: 404, title: 'This site does not offer that procedure' },
  'tracking-not-found': { status: 404, title: 'No dossier with this code and key' },
  'draft-not-found': { status: 404, title: 'No draft with this id and secret' },
  'pass-not-found': { status: 404, title: 'No phone pass with this id and secret, or it is over' },
  'prepared-not-found': { status: 404, title: 'No prepared dossier with this code: it was withdrawn, has expired, or the code is another' },
  'upload-not-found': { status: 404, title: 'No upload with this id' },
  'method-not-allowed': { status: 405, title: 'This address does not know that method' },
  'pass-taken': { status: 409, title: 'Another phone has this pass' },
  'upload-offset-conflict': { status: 409, title: 'The upload continues at another offset' },
  'idempotency-running': { status: 409, title: 'The first request with this key is still running' },
  'dossier-version-conflict': { status: 409, title: 'Somebody else changed this dossier meanwhile' },
  'dossier-transition-not-allowed': { status: 409, title: 'This step is not allowed from the present status' },
  'payment-not-possible': { status: 409, title: 'There is nothing to pay, or not in this way' },
  'messages-not-possible': { status: 409, title: 'This gateway sends no text messages' },
  'draft-already-submitted': { status: 409, title: 'This draft has been submitted already' },
  'upload-incomplete': { status: 409, title: 'An upload has not arrived completely' },
  'upload-gone': { status: 410, title: 'This upload has expired' },
  'tus-version': { status: 412, title: 'This server speaks tus 1.0.0' },
  'payload-too-large': { status: 413, title: 'The body is larger than this operation allows' },
  'unsupported-media-type': { status: 415, title: 'This operation does not take that content type' },
  'validation-failed': { status: 422, title: 'Some answers need another look' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key was used for something else' },
  'file-type-not-allowed': { status: 422, title: 'This kind of file is not accepted' },
  'submission-not-here': { status: 422, title: 'At this unit the procedure is not submitted to the gateway' },
  'upload-locked': { status: 423, title: 'Another request is writing to this upload' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'checksum-mismatch': { status: 460, title: 'The bytes arrived changed' },
  'internal': { status: 500, title: 'The gateway failed' },
  'unavailable': { status: 503, title: 'The gateway cannot work right now' },
  'storage-full': { status: 507, title: 'The gateway has no room left' },
} as const satisfies Record<string, { status: number; title: string }>;

/** A code of the table; clients branch on it, never on words. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Codes of single-field errors inside `validation-failed`; domain/form gives the same ones in the browser. */
export const FIELD_ERROR_CODES = [
  'required', 'type', 'too-long', 'too-short', 'too-small', 'too-large', 'pattern', 'not-an-option', 'not-whole',
  'date-invalid', 'date-in-future', 'date-in-past', 'date-before', 'date-after', 'date-partial-not-allowed',
  'address-incomplete', 'commune-unknown', 'phone-invalid', 'email-invalid', 'citizen-number-invalid', 'tax-code-invalid',
  'identity-paper-incomplete', 'name-invalid', 'too-few-rows', 'too-many-rows', 'paper-missing', 'paper-unknown',
  'consent-missing', 'unknown-field', 'not-visible', 'delivery-incomplete',
] as const;
export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];
