/** Reading zip archives as WXT writes them. Plain JavaScript, no packages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

/**
 * Unpacks an archive into a folder.
 *
 * @param {string} archive
 * @param {string} folder
 * @returns {string[]} names of the files
 */
export function unzip(archive, folder) {
  const bytes = readFileSync(archive);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error(`${archive} is not a zip archive.`);
  const names = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error(`${archive} is damaged.`);
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = bytes.readUInt32LE(at + 42);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20));
    const file = resolve(folder, name);
    if (!file.startsWith(resolve(folder) + sep)) throw new Error(`${archive} would write outside of its folder.`);
    if (!name.endsWith('/')) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed);
      names.push(join(name));
    }
    at += 46 + nameLength + extraLength + noteLength;
  }
  return names;
}
