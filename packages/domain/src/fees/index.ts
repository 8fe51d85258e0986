/** Fees from rules: fixed, per copy, per page with tiers and a cap, exemptions, unknown. */
export { channelOf } from './channel.ts';
export { allClaims, decideClaim, openClaims, tellingClaims } from './claims.ts';
export { feeLine, feeQuote, type FeeContext } from './quote.ts';
export { crc16, transferContent, vietQr, type TransferOrder } from './vietqr.ts';
