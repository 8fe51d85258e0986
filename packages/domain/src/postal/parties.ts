/** Who stands at the citizen's end of each way: sender of the papers, receiver of the result (QĐ 45/2016/QĐ-TTg Đ.6.4). */
import type { DeliveryChoice, PostalParty } from '@motcua/contract/postal';

/** One way of a parcel: papers to the office, or the result back. */
export type PostalWay = 'submit' | 'return';

type Choice = Partial<Pick<DeliveryChoice, 'resultBy' | 'papersBy' | 'party' | 'receiver'>>;

/** The ways that are post, in the order in which they are gone. */
export function postalWays({ resultBy, papersBy }: Choice): readonly PostalWay[] {
  return [...(papersBy === 'post' ? (['submit'] as const) : []), ...(resultBy === 'post' ? (['return'] as const) : [])];
}

/** The citizen's end of a way; undefined when that way is not post or nobody was named yet. */
export function partyOn(choice: Choice, way: PostalWay): PostalParty | undefined {
  if (!postalWays(choice).includes(way)) return undefined;
  return way === 'return' ? (choice.receiver ?? choice.party) : choice.party;
}

/** Do two people stand at the citizen's end: one who sends, another who receives? */
export function hasOwnReceiver(choice: Choice): boolean {
  return choice.receiver !== undefined && postalWays(choice).length === 2;
}
