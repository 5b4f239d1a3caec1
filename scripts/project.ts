import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of something in the checkout. */
export const inProject = (...parts: string[]): string => join(ROOT, ...parts);

/** Where a command's emulators keep their generated configuration and logs (ignored by git). */
export const emulatorHome = (name: string): string => inProject('.emulator', name);
