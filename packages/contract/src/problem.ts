/** Problem documents (RFC 9457), the only shape in which this gateway says no. */
import * as z from 'zod/mini';
import { PROBLEMS, type ProblemCode } from './problem-codes.ts';

/** One wrong field: a JSON pointer into the request body (RFC 6901) and a code; never the value itself. */
export const FieldErrorSchema = z.object({
  pointer: z.string().check(z.maxLength(500)),
  code: z.string().check(z.maxLength(60)),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});
export type FieldError = z.infer<typeof FieldErrorSchema>;

/** `supportCode` is six characters a citizen can read over the phone; it finds the request in the log. */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  requestId: z.string(),
  supportCode: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(FieldErrorSchema)),
  /** Seconds; also sent as `Retry-After`. */
  retryAfter: z.optional(z.int()),
});
export type Problem = z.infer<typeof ProblemSchema>;
