import { refuse } from './arguments.ts';
import { carriedOut } from './ending.ts';
import { type Order, orderIn, usageOf } from './ops/commands.ts';
import { enterPlace, reachStack } from './ops/connect.ts';

// Works on the stack of a province: sees how it is, finds complaints, mends what alarms tell.

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  const order = orderIn(args.filter((one) => one !== '--help' && one !== '-h'));
  console.log(usageOf('fault' in order ? order.of : order.name));
  process.exit(0);
}
const order = orderIn(args);
const understood = 'fault' in order ? refuse(order.fault, usageOf(order.of)) : order;
await carriedOut(() => carryOut(understood));

async function carryOut({ command, asked, province, local, json }: Order): Promise<void> {
  const place = await enterPlace(province, local);
  const outcome =
    'prepare' in command ? await command.prepare(asked, place) : await command.run(asked, await reachStack(place));
  const { lines, json: data, failed } = outcome;
  console.log(json ? JSON.stringify(data ?? lines, undefined, 2) : lines.join('\n'));
  if (failed) process.exitCode = 1;
}
