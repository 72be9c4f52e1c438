/** Where the value of a reference comes from. */
export interface References {
  ref(name: string): string;
  attribute(logicalId: string, attribute: string): string;
}

/** Replaces every CloudFormation intrinsic in a value. One that is not known here is an error that names it. */
export function resolve(value: unknown, references: References): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, references)).filter((item) => item !== NO_VALUE);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first && entries.length === 1 && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
    return intrinsic(first[0], first[1], references);
  }
  return Object.fromEntries(
    entries.map(([key, item]) => [key, resolve(item, references)]).filter(([, item]) => item !== NO_VALUE),
  );
}

const NO_VALUE = Symbol('AWS::NoValue');

function intrinsic(name: string, argument: unknown, references: References): unknown {
  if (name === 'Ref') return argument === 'AWS::NoValue' ? NO_VALUE : references.ref(String(argument));
  if (name === 'Fn::GetAtt') return attributeOf(argument, references);
  if (name === 'Fn::Sub') return substitute(argument, references);
  const resolved = resolve(argument, references);
  if (name === 'Fn::Join') {
    const [separator, parts] = resolved as [string, string[]];
    return parts.join(separator);
  }
  if (name === 'Fn::Split') {
    const [separator, text] = resolved as [string, string];
    return text.split(separator);
  }
  if (name === 'Fn::Select') {
    const [index, list] = resolved as [number | string, unknown[]];
    return list[Number(index)];
  }
  throw new Error(`the local runner does not know the intrinsic ${name}`);
}

function attributeOf(argument: unknown, references: References): string {
  const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : (argument as string[]);
  return references.attribute(logicalId!, attribute.join('.'));
}

function substitute(argument: unknown, references: References): string {
  const [text, own] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, Record<string, unknown>];
  return text.replace(/\$\{([^}!]+)\}/g, (_, name: string) => {
    if (name in own) return String(resolve(own[name], references));
    const [logicalId, ...attribute] = name.split('.');
    return attribute.length > 0 ? references.attribute(logicalId!, attribute.join('.')) : references.ref(name);
  });
}
