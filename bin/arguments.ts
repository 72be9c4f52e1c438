import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

const HELP = { help: { type: 'boolean', short: 'h' } } as const satisfies ParseArgsOptionsConfig;

interface Accepted<Options> {
  readonly usage: string;
  readonly options?: Options;
  /** The fewest and the most arguments beside the options. */
  readonly positionals?: readonly [fewest: number, most: number];
}

/**
 * What was asked for on the command line. `--help` prints the usage and ends with 0; an option that is not known, or an
 * argument too few or too many, is named on stderr before the usage, and ends with 2.
 */
export function readArguments<const Options extends ParseArgsOptionsConfig = Record<never, never>>(
  args: readonly string[],
  { usage, options, positionals = [0, 0] }: Accepted<Options>,
) {
  // Asked for first: who asks for help need not know what else is required.
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    process.exit(0);
  }
  const found = parsed(args, options as Options, positionals);
  return 'fault' in found ? refuse(found.fault, usage) : found;
}

/** The same as a value: what was asked for, or why it cannot be understood. */
export function parsed<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  [fewest, most]: readonly [fewest: number, most: number],
) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...HELP, ...options },
      allowPositionals: true,
    });
    if (positionals.length < fewest) return { fault: 'something is missing' };
    if (positionals.length > most) return { fault: `there is no room for ${positionals[most]}` };
    return { values, positionals };
  } catch (error) {
    // What Node says of an option that it does not know goes on for a paragraph.
    return { fault: (error as Error).message.split('. To ')[0]! };
  }
}

/** Says what is wrong with the command line, and how it should be. */
export function refuse(fault: string, usage: string): never {
  console.error(`${fault}\n${usage}`);
  process.exit(2);
}
