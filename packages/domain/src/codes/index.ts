/** Codes that people read, copy and type: of dossiers, of procedures, for tracking. */
export { formatDossierCode, parseDossierCode, type DossierCode, type DossierCodeParts } from './dossier-code.ts';
export { createPreparedCode, parsePreparedCode } from './prepared-code.ts';
export { parseProcedureCode, type ProcedureCode } from './procedure-code.ts';
export { createTrackingKey, parseTrackingKey } from './tracking-key.ts';
