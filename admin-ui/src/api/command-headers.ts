/** Headers of a command: the key makes a retry the same command, the version is what was on screen. */
export const commandHeaders = (key: string) => ({ 'Idempotency-Key': key })

export const decisionHeaders = (key: string, version: number) => ({
  'Idempotency-Key': key,
  'If-Match': `"${version}"`,
})

/** `crypto.randomUUID` exists on https and localhost only; a desk may reach the house by a LAN address. */
export const newCommandKey = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
