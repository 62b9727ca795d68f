import { describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { checkPicture } from '../../activities/gateways/pictures.ts'
import { DomainError } from '../../domain/platform/errors.ts'
import { movingPicture, samplePicture } from '../support/sample-pictures.ts'

const refusal = (bytes: Buffer) =>
  checkPicture(bytes).then(
    () => 'accepted',
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  )

describe('003-01 a picture', () => {
  test.each(['jpeg', 'png', 'webp'] as const)(
    '%s is turned upright, made to fit, and says nothing of camera or place',
    async (format) => {
      const sent = await samplePicture(format, { width: 3_000, height: 2_000, orientation: 6 })
      expect(sent.includes('SECRET-CAMERA')).toBe(true)
      const { bytes, thumbnail, width, height, sha256 } = await checkPicture(sent)
      expect([width, height]).toEqual([1_067, 1_600])
      const kept = await sharp(bytes).metadata()
      expect(kept).toMatchObject({ format: 'webp', width, height })
      for (const meta of ['exif', 'icc', 'xmp', 'iptc', 'orientation'])
        expect(kept).not.toHaveProperty(meta)
      expect(bytes.includes('SECRET-CAMERA')).toBe(false)
      expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 213, height: 320 })
      expect(sha256).toHaveLength(32)
    },
    30_000,
  )

  test('smaller than the frame keeps its size', async () => {
    const { width, height } = await checkPicture(
      await samplePicture('png', { width: 3, height: 2 }),
    )
    expect([width, height]).toEqual([3, 2])
  })

  test('that is none is refused: text, a program, half a file, another format, a moving one, too many pixels', async () => {
    const whole = await samplePicture('jpeg')
    const noise = sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        noise: { type: 'gaussian', mean: 99, sigma: 30 },
      },
    } as never)
    const grainy = await noise.jpeg().toBuffer()
    const huge = await samplePicture('png', { width: 10_000, height: 5_001 })
    for (const [name, bytes] of Object.entries({
      nothing: Buffer.alloc(0),
      text: Buffer.from('写真ではありません'),
      svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      half: grainy.subarray(0, grainy.length / 2),
      'only its first bytes': whole.subarray(0, 4),
      'a name with nothing behind it': Buffer.concat([
        whole.subarray(0, 4),
        Buffer.alloc(5_000, 65),
      ]),
      gif: await samplePicture('gif'),
      tiff: await samplePicture('tiff'),
      moving: await movingPicture(),
      'too many pixels in a small file': huge,
    }))
      expect({ name, refusal: await refusal(bytes) }).toEqual({
        name,
        refusal: 'picture_unreadable',
      })
  }, 30_000)
})
