import { crc32 } from 'node:zlib';

const MANIFEST_PATH = 'META-INF/MANIFEST.MF';
const MAX_LINE_BYTES = 72;
const DOS_EPOCH_DATE = 0x21;

/**
 * The bytes of a jar that holds a manifest and nothing else: `java -jar` of it runs `mainClass` from another jar.
 * @param classPath `file:` URL of the jar with the classes
 */
export function manifestJar(mainClass: string, classPath: string): Buffer {
  const lines = ['Manifest-Version: 1.0', `Main-Class: ${mainClass}`, `Class-Path: ${classPath}`];
  return storedZip(MANIFEST_PATH, Buffer.from(`${lines.map(wrap).join('\r\n')}\r\n\r\n`, 'ascii'));
}

/** Jar specification: no line exceeds 72 bytes with its line end; a continuation begins with one space. */
function wrap(line: string): string {
  const room = MAX_LINE_BYTES - 2;
  const parts = [line.slice(0, room)];
  for (let at = room; at < line.length; at += room - 1) parts.push(` ${line.slice(at, at + room - 1)}`);
  return parts.join('\r\n');
}

/** A zip archive of one uncompressed file (PKWARE APPNOTE 4.3: local header, data, central directory, its end). */
function storedZip(path: string, data: Buffer): Buffer {
  const name = Buffer.from(path, 'ascii');
  const entry = Buffer.alloc(26);
  entry.writeUInt16LE(20, 0); // version needed to extract
  entry.writeUInt16LE(DOS_EPOCH_DATE, 8);
  entry.writeUInt32LE(crc32(data), 10);
  entry.writeUInt32LE(data.length, 14);
  entry.writeUInt32LE(data.length, 18);
  entry.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), entry, name, data]);

  const madeBy = Buffer.from([20, 0]);
  const attributes = Buffer.alloc(14);
  const central = Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, entry, attributes, name]);

  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
