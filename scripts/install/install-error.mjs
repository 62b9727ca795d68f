/** Something a person has to do; the message says what. */
export class InstallError extends Error {
  name = 'InstallError'
}
