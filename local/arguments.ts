import { parseArgs } from 'node:util';

export interface Arguments {
  readonly province: string;
  readonly port: number;
  readonly smtpPort: number;
  /** Of the staff's desk, which has an address of its own. */
  readonly deskPort: number;
  /** Feed no sample day. */
  readonly empty: boolean;
  /** Exit after the sample day. */
  readonly once: boolean;
  /** Run the assembly in this folder instead of a new one. */
  readonly assembly?: string | undefined;
  /** Print what the functions print. */
  readonly verbose: boolean;
}

const USAGE =
  'npm start -- [--once] [--empty] [--assembly DIR] [--port 3000] [--desk-port 3001] [--province demo] [--smtp-port 2525] [--verbose]';

/**
 * What was asked for on the command line; `--help` ends the process. An option that is not known, or a port that is
 * none, is an error.
 */
export function readArguments(args: readonly string[]): Arguments {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`usage: ${USAGE}`);
    process.exit(0);
  }
  const { values } = parseArgs({
    args: [...args],
    options: {
      province: { type: 'string', default: 'demo' },
      port: { type: 'string', default: '3000' },
      'desk-port': { type: 'string', default: '3001' },
      'smtp-port': { type: 'string', default: '2525' },
      empty: { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
      assembly: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { province, empty, once, verbose, assembly } = values;
  const [port, deskPort, smtpPort] = [values.port, values['desk-port'], values['smtp-port']].map(toPort);
  return { province, empty, once, verbose, assembly, port: port!, deskPort: deskPort!, smtpPort: smtpPort! };
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`"${text}" is no port; usage: ${USAGE}`);
  return port;
}
