/**
 * Everything that travels. Import single nouns by their own door (`@motcua/contract/dossier`); the doors `status`,
 * `problem-codes` and `routes` carry no schema library.
 */
export { OPERATIONS, type InputOf, type OperationShape, type OutputOf, type QueryOf } from './operations.ts';
export { buildOpenApi } from './openapi.ts';
