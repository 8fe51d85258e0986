/** Ways to a procedure without its name: life events, and one plain question where several procedures look alike. */
import * as z from 'zod/mini';
import { IdSchema, LocalizedTextSchema } from './text.ts';

/** Something that happens in a life (sự kiện cuộc đời) and what has to be done then, most needed first. */
export const LifeEventSchema = z.object({
  /** Also the name of its picture: `birth`, `marriage`, `land`, … An unknown one gets a plain picture. */
  id: IdSchema,
  name: LocalizedTextSchema,
  codes: z.array(z.string()),
});
export type LifeEvent = z.infer<typeof LifeEventSchema>;

/** One answer to the question of a family; `elsewhere` says where to go when this counter does not take it. */
export const LookAlikeAnswerSchema = z.object({
  text: LocalizedTextSchema,
  codes: z.array(z.string()),
  elsewhere: z.optional(LocalizedTextSchema),
});
export type LookAlikeAnswer = z.infer<typeof LookAlikeAnswerSchema>;

/** A family of procedures that people take for one another. */
export const LookAlikeSchema = z.object({
  id: IdSchema,
  /** One plain question («Bé đã từng được đăng ký khai sinh chưa?»). */
  question: LocalizedTextSchema,
  answers: z.array(LookAlikeAnswerSchema).check(z.minLength(2), z.maxLength(5)),
});
export type LookAlike = z.infer<typeof LookAlikeSchema>;

/** Only codes that the site offers; `version` changes with any content (also the ETag). */
export const GuideSchema = z.object({ version: z.string(), lifeEvents: z.array(LifeEventSchema), lookAlikes: z.array(LookAlikeSchema) });
export type Guide = z.infer<typeof GuideSchema>;
