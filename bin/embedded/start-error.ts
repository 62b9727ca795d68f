/** Something a person has to do: the message is the whole page they see, so it says what and how. */
export class StartError extends Error {
  override name = 'StartError'
}
