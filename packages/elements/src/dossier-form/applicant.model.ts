/** Who the dossier is for (chủ hồ sơ), read from the answers that the definition names. */
import type { Answers, Person } from '@motcua/contract/answers';
import type { FormDefinition } from '@motcua/contract/form';
import type { PostalParty } from '@motcua/contract/postal';
import type { Address } from '@motcua/contract/unit';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** What is known so far of the applicant as somebody who receives post. A field may hold the value itself or a whole person. */
export function applicantOf(definition: FormDefinition, answers: Answers): Partial<PostalParty> {
  const named = definition.applicant;
  if (named === undefined) return {};
  const value = (id: string | undefined, part: keyof Person): unknown => {
    const answer = id === undefined ? undefined : answers[id];
    const isPerson = typeof answer === 'object' && answer !== null && 'hoTen' in answer;
    return isPerson ? (answer as Person)[part] : answer;
  };
  const name = value(named.name, 'hoTen');
  const phone = value(named.phone ?? named.name, 'dienThoai');
  const email = value(named.email ?? named.name, 'email');
  const address = value(named.address ?? named.name, 'noiCuTru');
  return {
    ...(isText(name) && { name }),
    ...(named.phone !== undefined && isText(phone) && { phone }),
    ...(named.email !== undefined && isText(email) && { email }),
    ...(typeof address === 'object' && address !== null && { address: address as Address }),
  };
}
