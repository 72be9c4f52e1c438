import type { Neighbour } from './neighbours.ts';

/** Where the matter is, as far as the text or the sender tells. */
export interface Place {
  /** Six-digit 行政区划代码, as fine as is certain: province, city or county. */
  readonly division: string;
  /** Full name for people, such as "江苏省苏州市吴中区". No street: an address may point at a person. */
  readonly name: string;
  /** 乡镇、街道: nine-digit code and name, where one is certain. */
  readonly town?: { readonly code: string; readonly name: string } | undefined;
  /** Where a finer place is named but several bear its name: the likeliest first, at most five. Never chosen without a person. */
  readonly candidates?: readonly PlaceCandidate[] | undefined;
  /** 跨界: what lies on the other side of a border that the text speaks of. */
  readonly neighbours?: readonly Neighbour[] | undefined;
}

export interface PlaceCandidate {
  /** Six digits, or nine for a town. */
  readonly division: string;
  readonly name: string;
  /** 0 to 1; those of all candidates make 1. */
  readonly score: number;
}
