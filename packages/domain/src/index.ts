/** The rules have a door each (`@motcua/domain/calendar`, `…/identity`, …); only what they all speak is here. */
export type { Finding, FindingLevel } from './finding.ts';
