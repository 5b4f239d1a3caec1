import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const COMPLETE = 'export-';
const PARTIAL = 'partial-';

/**
 * The emulators' data on disk. Invariant: a folder named `export-…` is complete, because it gets that name only after everything is
 * written; so a kill at any moment leaves the previous export in place. Saves run one after another, each keeping only its own.
 */
export function createExportFolder(folder: string, now: () => number) {
  const complete = (): string[] => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.startsWith(COMPLETE)).sort();

  async function saveAlone(write: (target: string) => Promise<void>): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const stamp = String(now()).padStart(15, '0');
    const partial = join(folder, `${PARTIAL}${stamp}`);
    await write(partial);
    renameSync(partial, join(folder, `${COMPLETE}${stamp}`));
    const remains = readdirSync(folder).filter((name) => name.startsWith(PARTIAL));
    for (const old of [...complete().slice(0, -1), ...remains]) rmSync(join(folder, old), { recursive: true });
  }

  let lastSave: Promise<void> = Promise.resolve();
  return {
    /** Absolute path of the newest complete export, if there is one. */
    newest(): string | undefined {
      const name = complete().at(-1);
      return name === undefined ? undefined : join(folder, name);
    },

    /** Keeps what `write` puts into the folder it is given; earlier exports go only afterwards. */
    save(write: (target: string) => Promise<void>): Promise<void> {
      const save = lastSave.then(() => saveAlone(write));
      lastSave = save.catch(() => {});
      return save;
    },
  };
}
