/** Public figures of a unit (số liệu công khai), by the identity received + carried over = done + in process + paused. */
import * as z from 'zod/mini';
import { CalendarDateSchema, InstantSchema } from './text.ts';

export const StatisticsQuerySchema = z.object({ from: CalendarDateSchema, to: CalendarDateSchema });
export type StatisticsQuery = z.infer<typeof StatisticsQuerySchema>;

const count = z.int().check(z.minimum(0));
/** Numbers of dossiers between two days, both included; QĐ 766/QĐ-TTg groups. */
export const StatisticsSchema = z.object({
  from: CalendarDateSchema,
  to: CalendarDateSchema,
  asOf: InstantSchema,
  received: count,
  receivedOnline: count,
  receivedByPost: count,
  carriedOver: count,
  doneEarly: count,
  doneOnTime: count,
  doneLate: count,
  inProcessWithinLimit: count,
  inProcessLate: count,
  paused: count,
  refused: count,
  withdrawn: count,
});
export type Statistics = z.infer<typeof StatisticsSchema>;
