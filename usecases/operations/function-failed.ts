/** A function was run and failed: what it was given may be at fault. `message` names the kind of error, and no content. */
export class FunctionFailed extends Error {
  override readonly name = 'FunctionFailed';
}
