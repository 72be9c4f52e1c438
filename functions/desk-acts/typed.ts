/** What was typed into a form, by the names of its inputs. */
export type Typed = (name: string) => string | undefined;

export interface TypedError {
  readonly field: string;
  readonly detail: string;
}
