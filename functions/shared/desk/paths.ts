/** The desk's first page. */
export const DESK = '/desk';

/** Neither dots nor escapes in its path, which browsers would follow elsewhere; no longer than every browser takes. */
const OWN_PAGE = /^\/desk(?:\/[\w-]{1,100}){0,8}(?:\?[\w\-.~=&%+,*]{0,1500})?$/;

/**
 * The page of the desk that this address names, or its first page: an address that came from outside leads nowhere else.
 */
export const pageOfDesk = (address: string | undefined): string =>
  address !== undefined && OWN_PAGE.test(address) ? address : DESK;

/** Where somebody logs in who wanted that page. */
export const logInFor = (address: string): string => `/login?to=${encodeURIComponent(pageOfDesk(address))}`;

/** What tells a list apart from others: whose cases, which of them, and what was searched for by what. */
export const LIST_FIELDS = [
  'scope',
  'tab',
  'status',
  'type',
  'way',
  'toSend',
  'mark',
  'channel',
  'officer',
  'by',
  'q',
] as const;

/**
 * The same, and where one stands in it: `next` is the case after the one that is open, `acted` are those that one has
 * acted on since one went through it.
 */
const OF_A_LIST = [...LIST_FIELDS, 'cursor', 'next', 'acted'] as const;

/** The list that a page was opened from, as the query of an address: "" or "?…". It travels through forms and links. */
export function listOf(query: Readonly<Record<string, string | undefined>>): string {
  const kept = new URLSearchParams();
  for (const name of OF_A_LIST) {
    const value = query[name];
    if (value !== undefined && value !== '' && value.length <= 1_000) kept.set(name, value);
  }
  return kept.size === 0 ? '' : `?${kept}`;
}

/** The query of such a list, with one thing more. */
export const alsoIn = (list: string, name: string, value: string): string =>
  `${list === '' ? '?' : `${list}&`}${name}=${encodeURIComponent(value)}`;
