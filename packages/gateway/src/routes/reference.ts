/** Public reads: site, catalogue, procedures, forms, units, quotes. */
import type { Routes } from './register.ts';

export function referenceRoutes(_routes: Routes): void {}
