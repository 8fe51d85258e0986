/** Which channel of a procedure sets its fee and its time limit. */
import type { ChannelKind, Procedure, ProcedureChannel } from '@motcua/contract/procedure';

/** The channel of the procedure that counts; the data of some procedures lacks one, then the counter's figures hold. */
export function channelOf({ channels }: Pick<Procedure, 'channels'>, kind: ChannelKind): ProcedureChannel | undefined {
  return channels.find((one) => one.kind === kind) ?? channels.find((one) => one.kind === 'counter') ?? channels[0];
}
