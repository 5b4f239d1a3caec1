import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { inProject } from '../project.ts';
import { forbiddenImports } from './imports.ts';

const PRODUCT = ['packages/shared/src', 'firebase/functions/src', 'webapp-v2/src'];

/** Every file of the product with its tests; paths are relative to the checkout. */
export function sources(): { path: string; text: string }[] {
  return PRODUCT.flatMap((folder) =>
    readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(inProject(), path), text: readFileSync(path, 'utf8') })),
  );
}

/** Prints every import that runs against the arrows between rooms; gives the exit code. */
function main(): number {
  const files = sources();
  const complaints = files.flatMap(({ path, text }) => forbiddenImports(path, text));
  for (const complaint of complaints) console.error(complaint);
  console.log(`${files.length} files, ${complaints.length} imports against the arrows`);
  return complaints.length === 0 ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(main());
