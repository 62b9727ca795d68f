/** A moment as an input of type `datetime-local` writes it, on the wall of the house. */
export const wallTime = (moment: string, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(moment))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** The moment at which the wall of the house shows this; null while it is not a whole time. */
export const momentAt = (wall: string, timeZone: string): string | null => {
  const naive = Date.parse(`${wall}:00Z`)
  if (Number.isNaN(naive)) return null
  // Twice, for the hour in which a zone changes its offset.
  let at = naive
  for (let look = 0; look < 2; look += 1) {
    const shown = Date.parse(`${wallTime(new Date(at).toISOString(), timeZone)}:00Z`)
    at += naive - shown
  }
  return new Date(at).toISOString()
}
