/** A question to ask oneself before a paper is photographed (hỏi trước): it warns, it never refuses. */
import * as z from 'zod/mini';
import { IdSchema, LocalizedTextSchema } from './text.ts';

/** «Giấy có bị tẩy xóa không?»: `wrong` is the answer that `warning` is shown for. `basis`: the law, where one says so. */
export const PaperCheckSchema = z.object({
  id: IdSchema,
  question: LocalizedTextSchema,
  wrong: z.enum(['yes', 'no']),
  warning: LocalizedTextSchema,
  basis: z.optional(z.string().check(z.maxLength(200))),
});
export type PaperCheck = z.infer<typeof PaperCheckSchema>;

/** What a drawing shows: how a good photograph of such a paper looks. */
export const PaperDrawingSchema = z.enum(['page', 'card', 'pages', 'photo']);
export type PaperDrawing = z.infer<typeof PaperDrawingSchema>;
