import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const COMPLETE = 'export-';
const PARTIAL = 'partial-';

/**
 * The emulators' data on disk. Invariant: a folder named `export-…` is complete, because it gets that name only after everything is
 * written; so a kill at any moment leaves the previous export in place.
 */
export function createExportFolder(folder: string, now: () => number) {
  const complete = (): string[] => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.startsWith(COMPLETE)).sort();

  return {
    /** Absolute path of the newest complete export, if there is one. */
    newest(): string | undefined {
      const name = complete().at(-1);
      return name === undefined ? undefined : join(folder, name);
    },

    /** Keeps what `write` puts into the folder it is given; earlier exports go only afterwards. */
    async save(write: (target: string) => Promise<void>): Promise<void> {
      mkdirSync(folder, { recursive: true });
      const stamp = String(now()).padStart(15, '0');
      const partial = join(folder, `${PARTIAL}${stamp}`);
      await write(partial);
      renameSync(partial, join(folder, `${COMPLETE}${stamp}`));
      for (const old of [...complete().slice(0, -1), ...readdirSync(folder).filter((name) => name.startsWith(PARTIAL))]) {
        rmSync(join(folder, old), { recursive: true });
      }
    },
  };
}
