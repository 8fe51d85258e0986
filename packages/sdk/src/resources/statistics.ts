/** Public figures of the unit (số liệu công khai). */
import type { Statistics, StatisticsQuery } from '@motcua/contract/statistics';
import type { Caller, CallOptions } from '../core/call.ts';

/** `get`: both days are included. */
export interface StatisticsResource {
  get(query: StatisticsQuery, options?: CallOptions): Promise<Statistics>;
}

/** Binds the resource to a caller. */
export function statisticsResource(caller: Caller): StatisticsResource {
  return { get: (query, options) => caller.call('getStatistics', { path: { site: caller.site }, query }, options) };
}
