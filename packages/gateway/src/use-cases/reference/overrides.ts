/** Facts that are different at one site (a fee set by the province, an office that does not take post), laid over the catalogue. */
import { ChannelKindSchema, ProcedureSchema, SubmissionSchema, type Procedure } from '@motcua/contract/procedure';
import { TimeLimitSchema } from '@motcua/contract/calendar';
import { FeeRuleSchema } from '@motcua/contract/payment';
import { PostalModeSchema } from '@motcua/contract/postal';
import { LocalizedTextSchema, SourceSchema } from '@motcua/contract/text';
import * as z from 'zod/mini';

/**
 * One record of `overrides.json`. Only what is named changes; a channel that the catalogue does not have is added with what
 * is said of it. `source` is not optional: every fact on a sheet says where it comes from.
 */
export const OverrideSchema = z.strictObject({
  codes: z.array(z.string()).check(z.minLength(1), z.maxLength(500)),
  source: SourceSchema,
  channels: z.optional(z.array(z.strictObject({
    kind: ChannelKindSchema, time: z.optional(TimeLimitSchema), timeNote: z.optional(z.string()), fees: z.optional(z.array(FeeRuleSchema)),
  }))),
  withoutChannels: z.optional(z.array(ChannelKindSchema)),
  submission: z.optional(SubmissionSchema),
  postal: z.optional(PostalModeSchema),
  agency: z.optional(z.string()),
  plainName: z.optional(LocalizedTextSchema),
  summary: z.optional(LocalizedTextSchema),
  conditions: z.optional(z.string()),
});
export type Override = z.infer<typeof OverrideSchema>;

function withChannels(procedure: Procedure, { channels = [], withoutChannels = [] }: Override): Procedure['channels'] {
  const before = procedure.channels.filter(({ kind }) => !withoutChannels.includes(kind));
  const changed = before.map((channel) => {
    const { time = channel.time, fees = channel.fees, ...rest } = channels.find(({ kind }) => kind === channel.kind) ?? channel;
    return { ...channel, ...rest, time, fees };
  });
  const added = channels.filter(({ kind }) => !before.some((channel) => channel.kind === kind)).map(({ time = { unit: 'unknown' as const }, fees = [], ...rest }) => ({ ...rest, time, fees }));
  return [...changed, ...added];
}

/** The procedure with the facts of the site; the law of the change stands among its legal basis, its place in the source. */
function withOverride(procedure: Procedure, override: Override): Procedure {
  const { codes: _codes, source, channels: _channels, withoutChannels: _without, ...facts } = override;
  const name = `${procedure.source.name}; riêng tại đơn vị: ${source.name}`;
  return ProcedureSchema.parse({
    ...procedure, ...facts, channels: withChannels(procedure, override),
    legalBasis: [...procedure.legalBasis, { number: null, title: source.name, date: source.checkedOn ?? null, agency: null }],
    source: { ...procedure.source, name: name.length > 500 ? source.name : name, ...(source.checkedOn && { checkedOn: source.checkedOn }) },
  });
}

/** Lays overrides over procedures, in their order. `unknown`: codes that are not in the catalogue, with the place of the override. */
export function applyOverrides(procedures: readonly Procedure[], overrides: readonly Override[]): { procedures: Procedure[]; unknown: { index: number; code: string }[] } {
  const byCode = new Map(procedures.map((procedure) => [procedure.code, procedure]));
  const unknown: { index: number; code: string }[] = [];
  overrides.forEach((override, index) => {
    for (const code of override.codes) {
      const procedure = byCode.get(code);
      if (procedure === undefined) unknown.push({ index, code });
      else byCode.set(code, withOverride(procedure, override));
    }
  });
  return { procedures: [...byCode.values()], unknown };
}
