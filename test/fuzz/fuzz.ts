import fc from 'fast-check';

/** One way in, the inputs that are thrown at it, and what must hold for each of them. */
export interface Way {
  readonly name: string;
  readonly property: () => fc.IAsyncProperty<[unknown]>;
}

/** `holds` throws where the promise is broken; the doubles behind a way work well, so it has nothing to excuse. */
export function way<Input>(name: string, inputs: fc.Arbitrary<Input>, holds: (input: Input) => Promise<void>): Way {
  return { name, property: () => fc.asyncProperty(inputs, holds) as unknown as fc.IAsyncProperty<[unknown]> };
}
