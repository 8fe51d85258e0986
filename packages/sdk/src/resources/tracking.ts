/** Following one dossier (theo dõi hồ sơ) with its code and tracking key, and what the citizen may do meanwhile. */
import type { Letter } from '@motcua/contract/letter';
import type { DeliveryChoice } from '@motcua/contract/postal';
import type { CodeRedemption, CodeRequest, CodeSent, LetterKind, RatingRequest, SupplementAnswer, Tracking, WithdrawalRequest } from '@motcua/contract/tracking';
import type { Caller, CallOptions, WriteOptions } from '../core/call.ts';
import { trackingAuthorization, type TrackingCredentials } from '../ports/credentials.ts';

/** Give the `etag` of the last answer to hear `'unchanged'` instead of the same thing again. */
export interface TrackingOptions extends CallOptions {
  etag?: string | null | undefined;
}

/** A fresh answer, or `'unchanged'` since the given `etag`. */
export type TrackingAnswer = { tracking: Tracking; etag: string | null } | 'unchanged';

/**
 * Problem `tracking-not-found` says nothing about which of code and key was wrong. `answerSupplement` uses the draft's id as
 * its idempotency key unless given another. `withdraw` and `rate` are never repeated by themselves. `changeDelivery` works while
 * `actions` has `change-delivery`; `letter` gives the sheets named in `letters`; `result` a file of `results`.
 * `requestCode` has a one-time code sent to the phone in the dossier and says the same when there is none; `redeemCode` gives the
 * credentials for it, once (`tracking-not-found`: wrong, used or too late). Neither is repeated by itself.
 */
export interface TrackingResource {
  get(credentials: TrackingCredentials, options?: TrackingOptions): Promise<TrackingAnswer>;
  requestCode(request: CodeRequest, options?: CallOptions): Promise<CodeSent>;
  redeemCode(redemption: CodeRedemption, options?: CallOptions): Promise<TrackingCredentials>;
  answerSupplement(credentials: TrackingCredentials, answer: SupplementAnswer, options?: WriteOptions): Promise<Tracking>;
  withdraw(credentials: TrackingCredentials, request: WithdrawalRequest, options?: CallOptions): Promise<Tracking>;
  rate(credentials: TrackingCredentials, request: RatingRequest, options?: CallOptions): Promise<Tracking>;
  changeDelivery(credentials: TrackingCredentials, choice: DeliveryChoice, options?: CallOptions): Promise<Tracking>;
  letter(credentials: TrackingCredentials, kind: LetterKind, options?: CallOptions): Promise<Letter>;
  result(credentials: TrackingCredentials, resultId: string, options?: CallOptions): Promise<Blob>;
}

/** Binds the resource to a caller. */
export function trackingResource(caller: Caller): TrackingResource {
  return {
    get: async (credentials, options = {}) => {
      const etag = options.etag ? { etag: options.etag } : {};
      const answer = await caller.answer('getTracking', { authorization: trackingAuthorization(credentials), ...etag }, options);
      return answer.output === undefined ? 'unchanged' : { tracking: answer.output, etag: answer.etag };
    },
    requestCode: (body, options) => caller.call('requestTrackingCode', { body }, options),
    redeemCode: async (body, options) => {
      const { dossierCode, trackingKey } = await caller.call('redeemTrackingCode', { body }, options);
      return { code: dossierCode, key: trackingKey };
    },
    answerSupplement: (credentials, body, options = {}) => {
      const idempotencyKey = options.idempotencyKey ?? body.draftId;
      return caller.call('answerSupplement', { body, idempotencyKey, authorization: trackingAuthorization(credentials) }, options);
    },
    withdraw: (credentials, body, options) =>
      caller.call('withdrawDossier', { body, authorization: trackingAuthorization(credentials) }, options),
    rate: (credentials, body, options) => caller.call('rateDossier', { body, authorization: trackingAuthorization(credentials) }, options),
    changeDelivery: (credentials, body, options) =>
      caller.call('changeDelivery', { body, authorization: trackingAuthorization(credentials) }, options),
    letter: (credentials, letter, options) =>
      caller.call('getLetter', { path: { letter }, authorization: trackingAuthorization(credentials) }, options),
    result: (credentials, result, options) =>
      caller.bytes('downloadResult', { path: { result }, authorization: trackingAuthorization(credentials) }, options),
  };
}
