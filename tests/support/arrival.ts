/** A party as the law wants it written down: the first is its representative. All of them invented. */
export const party = (guests = 1) =>
  Array.from({ length: guests }, (_, index) => ({
    name: `見本 客${index + 1}`,
    address: '東京都千代田区見本町1-2-3',
    occupation: '会社員',
    representative: index === 0,
  }))

/** What a check-in needs beside the stay: guests recognised by their papers, and their register. */
export const arrival = (guests = 1) => ({
  identity: { method: 'face_to_face', document: 'driving_licence', everyGuest: true } as const,
  guests: party(guests),
})
