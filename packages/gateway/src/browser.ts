/**
 * The gateway inside a page: the same application on SQLite compiled to wasm, files in memory. No module of Node is
 * reachable from here.
 */
export { createGateway, type Gateway, type GatewayOptions } from './create-gateway.ts';
export type { ConnectionFacts, GatewayFetch } from './app.ts';
export type { DatabasePort } from './ports/database.ts';
export type { FileStore } from './ports/files.ts';
export type { Clock, RandomBytes } from './ports/world.ts';
export { openWasmSqlite } from './adapters/sqlite-wasm.ts';
export { memoryFiles } from './adapters/files-memory.ts';
export { importReference, type ImportOptions } from './use-cases/reference/import.ts';
export type { ImportFault, ImportProgress, ImportReport, ReferenceBundle, ReferenceFile } from './use-cases/reference/bundle.ts';
export { addOfficer, listOfficers, revokeOfficer } from './use-cases/officers.ts';
export { sandboxPayments, signSandboxNotice } from './adapters/payment-sandbox.ts';
export type { PaymentIntent, PaymentNotice, PaymentPort } from './ports/payment.ts';
export type { CarrierPort } from './ports/carrier.ts';
export { formMistakes, type FormMistake } from './form-check.ts';
