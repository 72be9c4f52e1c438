import { memorySecretEntries } from '../../../adapters/memory/secret-entries.ts';
import type { Robot } from '../../../adapters/robots/robot-secret.ts';
import { groupRobots } from '../../../adapters/robots/robots.ts';
import { type Behaviour, httpPeer, type Peer } from './peer.ts';

const SECRET = 'SEC-of-the-robot';
const KEY = 'key-in-the-address';

/** What each host says of a message that it takes, refuses for its words, or has no time for. */
const SAID: Readonly<Record<Robot['kind'], Readonly<Record<'taken' | 'refused' | 'busy', object>>>> = {
  wecom: { taken: { errcode: 0 }, refused: { errcode: 40058 }, busy: { errcode: 45009 } },
  dingtalk: { taken: { errcode: 0 }, refused: { errcode: 430104 }, busy: { errcode: 130101 } },
  feishu: { taken: { code: 0 }, refused: { code: 19002 }, busy: { code: 11232 } },
};

/** A working group with a robot of that kind. */
export const robotPeer =
  (kind: Robot['kind']) =>
  async (behaviour: Behaviour): Promise<Peer> => {
    const { taken: good, refused, busy } = SAID[kind];
    const said = { takes: good, silent: good, away: good, refuses: refused, busy }[behaviour];
    const answer = () => ({ taken: said === good, body: { ...said, errmsg: `${KEY} ${SECRET}` } });
    const { base, taken, patience } = await httpPeer(behaviour, answer);
    const robot = { kind, webhook: `${base}robot/send?access_token=${KEY}`, secret: SECRET };
    const send = groupRobots(
      memorySecretEntries({ 'heyang-duty': robot }),
      () => new Date('2026-10-08T01:00:00Z'),
      patience,
    );
    return { send, to: 'heyang-duty', nobody: 'no-such-robot', taken, mostBytes: 3_000, secrets: [SECRET, KEY] };
  };
