/** Where the matter is, as far as the text or the sender tells. */
export interface Place {
  /** Six-digit GB/T 2260 code, as fine as is certain: province, city or county. */
  readonly division: string;
  /** Full name for people, such as "江苏省苏州市吴中区". No street: an address may point at a person. */
  readonly name: string;
}
