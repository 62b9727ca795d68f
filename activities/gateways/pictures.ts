import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { DomainError } from '../../domain/platform/errors.ts'

/** What a browser's file dialog offers and every phone can send. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
/** A phone's photo at full resolution; the original is not kept. */
export const PICTURE_BYTES_MAX = 10 * 1_024 * 1_024
/** Decoded it would be ten and more times as large as sent: a small file must not fill the memory. */
const PIXELS_MAX = 50_000_000
const SIDE_MAX = 1_600
const THUMBNAIL_SIDE_MAX = 320
const QUALITY = 82

/** A picture as we keep it: WebP, upright, in sRGB, without a word of where or by what it was taken. */
export type CheckedPicture = {
  readonly bytes: Buffer
  readonly thumbnail: Buffer
  readonly width: number
  readonly height: number
  /** SHA-256 of `bytes`. */
  readonly sha256: Buffer
}

/**
 * Decodes what somebody sent and encodes it anew: whatever else was in the file is gone. Slow (a large
 * photo takes half a second): never inside a transaction.
 *
 * @throws DomainError picture_unreadable
 */
export async function checkPicture(sent: Buffer): Promise<CheckedPicture> {
  // The decoder knows many formats more, some of them programs: they are not even tried.
  if (!isKnownFormat(sent)) throw new DomainError('picture_unreadable')
  try {
    return await encodeAnew(sent)
  } catch (cause) {
    if (cause instanceof DomainError) throw cause
    throw new DomainError('picture_unreadable', {}, { cause })
  }
}

async function encodeAnew(sent: Buffer): Promise<CheckedPicture> {
  const image = sharp(sent, { limitInputPixels: PIXELS_MAX, failOn: 'error', autoOrient: true })
  const { pages = 1 } = await image.metadata()
  if (pages > 1) throw new DomainError('picture_unreadable')
  // Without `keepMetadata` nothing of EXIF, XMP, IPTC or a colour profile is written.
  const { data, info } = await inside(image, SIDE_MAX).toBuffer({ resolveWithObject: true })
  return {
    bytes: data,
    thumbnail: await inside(sharp(data), THUMBNAIL_SIDE_MAX).toBuffer(),
    width: info.width,
    height: info.height,
    sha256: createHash('sha256').update(data).digest(),
  }
}

const inside = (image: Sharp, side: number) =>
  image.resize(side, side, { fit: 'inside', withoutEnlargement: true }).webp({ quality: QUALITY })

const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** By its first bytes: the name and the type that somebody claims say nothing. */
function isKnownFormat(sent: Buffer): boolean {
  const startsWith = (mark: Buffer) => sent.subarray(0, mark.length).equals(mark)
  const isWebp =
    sent.toString('latin1', 0, 4) === 'RIFF' && sent.toString('latin1', 8, 12) === 'WEBP'
  return startsWith(JPEG) || startsWith(PNG) || isWebp
}
