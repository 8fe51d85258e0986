/** Public figures of a unit (số liệu công khai), by the identity received + carried over = done + in process + paused. */
import * as z from 'zod/mini';
import { CalendarDateSchema, InstantSchema } from './text.ts';

export const StatisticsQuerySchema = z.object({ from: CalendarDateSchema, to: CalendarDateSchema });
export type StatisticsQuery = z.infer<typeof StatisticsQuerySchema>;

const count = z.int().check(z.minimum(0));
const groups = {
  received: count, receivedOnline: count, receivedByPost: count, carriedOver: count, doneEarly: count, doneOnTime: count, doneLate: count,
  inProcessWithinLimit: count, inProcessLate: count, paused: count, refused: count, withdrawn: count,
};
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
  /** Different procedures among the received. */
  proceduresWithDossiers: z.optional(count),
  /** Ratings given to dossiers of the period, three levels (TT 32/2017). */
  satisfaction: z.optional(z.object({ verySatisfied: count, satisfied: count, unsatisfied: count })),
  /** By field (lĩnh vực), most received first; the same groups as above. */
  byField: z.optional(z.array(z.object({ field: z.string(), ...groups }))),
  /** By month of the period, `YYYY-MM`: received, and done in that month. */
  byMonth: z.optional(z.array(z.object({ month: z.string(), received: count, receivedOnline: count, receivedByPost: count, doneEarly: count, doneOnTime: count, doneLate: count }))),
});
export type Statistics = z.infer<typeof StatisticsSchema>;
