/**
 * What a parameter holds. `term`: words of ours, such as the name of an organ or of a step. `receipt`: 登记编号. `words`: what
 * somebody wrote, which may hold personal data; so may `person`. `code`: a query code, which opens a case. `when` says
 * nothing: its line is said where it holds. The others are written out for people, in Beijing:
 * `date` "2026年10月14日", `moment` "2026年10月14日（周三）09:00", `deadline` the same with 24:00 for the end of a day.
 */
export type ParameterType =
  | 'term'
  | 'receipt'
  | 'number'
  | 'date'
  | 'moment'
  | 'deadline'
  | 'person'
  | 'code'
  | 'words'
  | 'when';

/** What may stand where anybody sees it: on a lock screen, or in a subject. */
export const OPEN_TYPES: readonly ParameterType[] = ['term', 'receipt', 'number', 'date', 'moment', 'deadline'];

/** With `?` it may be absent. */
export type Declared = ParameterType | `${ParameterType}?`;

/** What the code gives a text, by the names of its parameters. */
export type Contract = Readonly<Record<string, Declared>>;

type Held<Type> = Type extends 'number' | 'number?' ? number : Type extends 'when?' ? boolean : string;

/** The values that a contract asks for; of its instants and days, as they are stored. */
export type ValuesOf<C extends Contract> = {
  readonly [Name in keyof C as C[Name] extends `${string}?` ? never : Name]: Held<C[Name]>;
} & { readonly [Name in keyof C as C[Name] extends `${string}?` ? Name : never]?: Held<C[Name]> | undefined };
