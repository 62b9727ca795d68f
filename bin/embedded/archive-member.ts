import { gunzipSync, inflateRawSync } from 'node:zlib'

/**
 * Takes one file out of an archive held in memory. Two formats, a few fields each: not worth a
 * dependency. Whatever comes out is checked against a pinned SHA-256 by the caller.
 */
export function fromTarGz(archive: Buffer, name: string): Buffer {
  const tar = gunzipSync(archive)
  for (let at = 0; at + 512 <= tar.length; ) {
    const path = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(tar.toString('ascii', at + 124, at + 136), 8) || 0
    const content = at + 512
    if (path === name || path.endsWith(`/${name}`)) return tar.subarray(content, content + size)
    at = content + Math.ceil(size / 512) * 512
  }
  throw new Error(`there is no ${name} in the archive`)
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const STORED = 0

export function fromZip(archive: Buffer, name: string): Buffer {
  let at = archive.readUInt32LE(endOfDirectory(archive) + 16)
  while (archive.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const method = archive.readUInt16LE(at + 10)
    const packedSize = archive.readUInt32LE(at + 20)
    const nameLength = archive.readUInt16LE(at + 28)
    const header = archive.readUInt32LE(at + 42)
    const path = archive.toString('utf8', at + 46, at + 46 + nameLength)
    if (path.endsWith(`/${name}`)) {
      const content =
        header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
      const packed = archive.subarray(content, content + packedSize)
      return method === STORED ? packed : inflateRawSync(packed)
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  throw new Error(`there is no ${name} in the archive`)
}

function endOfDirectory(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw new Error('the archive is cut short')
}
