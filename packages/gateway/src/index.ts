/** The reference gateway: one `fetch` function over SQLite or PostgreSQL. */
export { createGateway, type Gateway, type GatewayOptions } from './create-gateway.ts';
export type { ConnectionFacts, GatewayFetch } from './app.ts';
export type { DatabasePort } from './ports/database.ts';
export { StorageFullError, type FileStore } from './ports/files.ts';
export { silentLogger, type Logger } from './ports/logger.ts';
export type { Clock, RandomBytes } from './ports/world.ts';
export { DEFAULT_LIMITS, type Limit, type Limits } from './use-cases/limits.ts';
export { openSqlite } from './adapters/sqlite-node.ts';
export { openPostgres, type PostgresOptions } from './adapters/postgres.ts';
export { diskFiles } from './adapters/files-disk.ts';
export { memoryFiles } from './adapters/files-memory.ts';
export { importReference, type ImportOptions } from './use-cases/reference/import.ts';
export type { ImportFault, ImportProgress, ImportReport, ReferenceBundle, ReferenceFile } from './use-cases/reference/bundle.ts';
export { readReferenceFolder, ReferenceFileError } from './adapters/reference-folder.ts';
export { addOfficer, listOfficers, revokeOfficer } from './use-cases/officers.ts';
