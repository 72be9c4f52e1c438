import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod';
import type { Staff } from '../../../domain/case/people/actor.ts';
import { ROLE_NAMES } from '../../../domain/case/rights/roles.ts';
import { currentId, type Roster } from '../../../domain/organs.ts';
import { Refusal } from '../http/problem.ts';

export type StaffEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

export const idOf = (event: Pick<APIGatewayProxyEventV2, 'pathParameters'>): string => event.pathParameters?.id ?? '';

const Organ = z.object({ organ: z.string().min(1) });

/** The record must know the person: two of one name are told apart by `sub`. */
const Person = z.object({
  sub: z.string().trim().min(1),
  name: z.string().trim().min(1),
});

/** By the word, as it is written there: a provider that writes it otherwise would give rights that nobody meant. */
const Post = z.object({ role: z.enum(ROLE_NAMES) });

/** Who asks: the gateway has checked the token, here its claims say for which organ its bearer acts. */
export const staffOf = (event: StaffEvent, roster: Pick<Roster, 'organs'>): Staff =>
  staffBy(event.requestContext.authorizer.jwt.claims, roster);

/**
 * Who that is by claims that were checked; a former id of an organ counts. Refuses whoever has no organ of the roster,
 * or is no person.
 */
export function staffBy(claims: Readonly<Record<string, unknown>>, { organs }: Pick<Roster, 'organs'>): Staff {
  const { data: place } = Organ.safeParse(claims);
  const organ = place && currentId(place.organ, organs);
  if (organ === undefined || !organs.has(organ)) throw new Refusal('no-organ');
  const { data: person } = Person.safeParse(claims);
  if (!person) throw new Refusal('no-person');
  const { data: post } = Post.safeParse(claims);
  if (!post) throw new Refusal('no-role');
  return { kind: 'staff', organ, ...person, ...post };
}
