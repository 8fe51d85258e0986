/** Who stands at the citizen's end of each way: sender of the papers, receiver of the result (QĐ 45/2016/QĐ-TTg Đ.6.4). */
import type { DeliveryChoice, PostalParty } from '@motcua/contract/postal';
import type { Site } from '@motcua/contract/site';

/** One way of a parcel: papers to the office, or the result back. */
export type PostalWay = 'submit' | 'return';

type Choice = Partial<Pick<DeliveryChoice, 'resultBy' | 'papersBy' | 'party' | 'receiver' | 'receiverPickUpAt' | 'receiverPostOffice' | 'pickUpAt' | 'postOffice'>>;

/** The ways that are post, in the order in which they are gone. */
export function postalWays({ resultBy, papersBy }: Choice): readonly PostalWay[] {
  return [...(papersBy === 'post' ? (['submit'] as const) : []), ...(resultBy === 'post' ? (['return'] as const) : [])];
}

/** The citizen's end of a way; undefined when that way is not post or nobody was named yet. */
export function partyOn(choice: Choice, way: PostalWay): PostalParty | undefined {
  if (!postalWays(choice).includes(way)) return undefined;
  return way === 'return' ? (choice.receiver ?? choice.party) : choice.party;
}

/**
 * The post office where the person of a way meets the post: its id, empty for the nearest one; null when the postman comes to the
 * address, or when that way is not post.
 */
export function postOfficeOn(choice: Choice, way: PostalWay): string | null {
  if (!postalWays(choice).includes(way)) return null;
  const own = way === 'return' && choice.receiver !== undefined;
  const [at, office] = own ? [choice.receiverPickUpAt, choice.receiverPostOffice] : [choice.pickUpAt, choice.postOffice];
  return at === 'post-office' ? (office ?? '') : null;
}

/** Name and address of a post office of the site; empty where nobody knows which one it is. */
export function postOfficeText(id: string, offices: Site['postOffices'] = []): string {
  const found = offices.find((one) => one.id === id);
  return found === undefined ? '' : `${found.name}, ${found.address}`;
}

/** Do two people stand at the citizen's end: one who sends, another who receives? */
export function hasOwnReceiver(choice: Choice): boolean {
  return choice.receiver !== undefined && postalWays(choice).length === 2;
}
