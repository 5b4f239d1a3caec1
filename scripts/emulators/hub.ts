import { type EmulatorPorts, HOST } from './ports.ts';

/** Asks the emulators' hub to write their data into a folder. */
export async function exportTo(ports: EmulatorPorts, path: string): Promise<void> {
  const answer = await fetch(`http://${HOST}:${ports.hub}/_admin/export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, initiatedBy: 'splitifyd' }),
  });
  if (!answer.ok) throw new Error(`the emulators answered ${answer.status} ${await answer.text()}`);
}

/** The processes of the emulators that are none of firebase-tools' own. */
export async function pidsOf(ports: EmulatorPorts): Promise<number[]> {
  const answer = await fetch(`http://${HOST}:${ports.hub}/emulators`);
  const emulators = Object.values((await answer.json()) as Record<string, { pid?: number }>);
  return emulators.flatMap(({ pid }) => (pid ? [pid] : []));
}
