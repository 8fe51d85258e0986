/** Pages of a list. The cursor is opaque: only the gateway that made it can read it. */
import * as z from 'zod/mini';

export const CursorSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,400}$/));

/** `limit` 1–100, default 20. */
export const PageQuerySchema = z.object({
  cursor: z.optional(CursorSchema),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100))),
});
export type PageQuery = z.infer<typeof PageQuerySchema>;

/** A page: `next` is null on the last one. */
export function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), next: z.nullable(z.string()), total: z.optional(z.int()) });
}
export interface Page<T> {
  items: T[];
  next: string | null;
  total?: number | undefined;
}
