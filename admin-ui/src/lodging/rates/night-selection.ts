/** A rectangle of the grid, by the places of its first and its last cell. */
export type Place = { type: number; day: number }
export type Selection = { anchor: Place; head: Place }

const between = (value: number, one: number, other: number) =>
  value >= Math.min(one, other) && value <= Math.max(one, other)

export const holds = (selection: Selection | null, place: Place): boolean =>
  selection !== null &&
  between(place.type, selection.anchor.type, selection.head.type) &&
  between(place.day, selection.anchor.day, selection.head.day)

export const only = (place: Place): Selection => ({ anchor: place, head: place })

export const extended = (selection: Selection | null, head: Place): Selection =>
  selection ? { ...selection, head } : only(head)

/** Where an arrow leads, or null where the grid ends or the key is another one. */
export const step = (key: string, from: Place, size: { types: number; days: number }) => {
  const to = {
    ArrowLeft: { ...from, day: from.day - 1 },
    ArrowRight: { ...from, day: from.day + 1 },
    ArrowUp: { ...from, type: from.type - 1 },
    ArrowDown: { ...from, type: from.type + 1 },
    Home: { ...from, day: 0 },
    End: { ...from, day: size.days - 1 },
  }[key]
  const inside = to && to.day >= 0 && to.day < size.days && to.type >= 0 && to.type < size.types
  return inside ? to : null
}
