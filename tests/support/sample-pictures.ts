import sharp from 'sharp'

type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff'

/** A picture of one colour, as a phone would send it: with EXIF saying how to turn it, and where it was taken. */
export const samplePicture = (
  format: Format,
  { width = 400, height = 300, orientation = 1 } = {},
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 30, g: 90, b: 120 } } })
    .withExif({ IFD0: { Model: 'SECRET-CAMERA' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer()

/** Two frames, one after the other. */
export async function movingPicture(): Promise<Buffer> {
  const frames = [
    await samplePicture('png'),
    await sharp(await samplePicture('png'))
      .negate()
      .toBuffer(),
  ]
  return sharp(frames, { join: { animated: true } })
    .webp({ delay: [100, 100] })
    .toBuffer()
}
