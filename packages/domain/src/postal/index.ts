/** Public post for papers and results (bưu chính công ích). */
export { consignmentNote, type ConsignmentNote, type ConsignmentNoteInput } from './consignment-note.ts';
export { hasOwnReceiver, partyOn, postalWays, postOfficeOn, postOfficeText, type PostalWay } from './parties.ts';
export { INVITATION_DAYS, isUnderWay, isWithPost, placeOf, postalNews, resultParcel, type ParcelPlace } from './invitations.ts';
export { offersMode, transitDays, transitScope, type PostalScope, SPECIAL_CITY_CODES } from './transit.ts';
export { postalQuote, type PostalQuoteInput, type PostalTariff, type PostalTariffRow } from './quote.ts';
export { PARCEL_GRAMS } from './parcel-size.ts';
