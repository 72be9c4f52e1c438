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
  { usage, options, positionals: [fewest, most] = [0, 0] }: Accepted<Options>,
) {
  // Asked for first: who asks for help need not know what else is required.
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...HELP, ...(options as Options) },
      allowPositionals: true,
    });
    const given = parsed.positionals.length;
    if (given < fewest) throw new Error('something is missing');
    if (given > most) throw new Error(`there is no room for ${parsed.positionals[most]}`);
    return { values: parsed.values, positionals: parsed.positionals };
  } catch (error) {
    // What Node says of an option that it does not know goes on for a paragraph.
    return refuse((error as Error).message.split('. To ')[0]!, usage);
  }
}

/** Says what is wrong with the command line, and how it should be. */
export function refuse(fault: string, usage: string): never {
  console.error(`${fault}\n${usage}`);
  process.exit(2);
}
