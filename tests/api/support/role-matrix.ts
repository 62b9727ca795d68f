/**
 * Who may do what, written by hand from the mission (features.md 15, 17; permissions by role), not from
 * the code's own table. `ok`: the door opens. 401: nobody is signed in. 403: not this person. 404: not
 * his house, not his record: whether it exists is none of his business.
 *
 * own/other: the member whose record it is, and another one. f-else/m-else: front and manager of the
 * issuer's other property. alien: every role at another company. t-…: an API token with that one scope;
 * t-else: with all scopes, for the other property.
 */
export const CALLERS = [
  'anon',
  'front',
  'manager',
  'accounting',
  'operator',
  'housekeeping',
  'own',
  'other',
  'f-else',
  'm-else',
  'alien',
  't-rooms.read',
  't-orders.read',
  't-orders.manage',
  't-members.read',
  't-members.manage',
  't-else',
] as const
export type Caller = (typeof CALLERS)[number]
export type Cell = 'ok' | 401 | 403 | 404

const MATRIX = `
                     | anon front mgr  acct oper | own  other | f-e  m-e  alien | t-ro t-or t-om t-mr t-mm t-e
signIn               | ok   ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | ok   ok   ok   ok   ok   ok
getSession           | 401  ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | ok   ok   ok   ok   ok   ok
listProperties       | 401  ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | ok   ok   ok   403  403  ok
getClock             | 401  ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | 403  403  403  403  403  403
advanceClock         | 401  403   403  403  ok   | 403  403   | 403  403  ok    | 403  403  403  403  403  403
listStaff            | 401  403   ok   403  ok   | 403  403   | 403  ok   ok    | 403  403  403  403  403  403
hireStaff            | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
disableStaff         | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
listTokens           | 401  403   403  403  ok   | 403  403   | 403  403  ok    | 403  403  403  403  403  403
issueToken           | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
revokeToken          | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
listAuditEvents      | 401  403   ok   ok   ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
listCases            | 401  ok    ok   ok   ok   | 403  403   | ok   ok   ok    | 403  403  403  403  403  403
listRoomTypes        | 401  ok    ok   ok   ok   | 403  403   | ok   ok   ok    | ok   403  403  403  403  ok
createRoomType       | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
getRoomType          | 401  ok    ok   ok   ok   | 403  403   | 404  404  404   | ok   403  403  403  403  404
editRoomType         | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
listRooms            | 401  ok    ok   ok   ok   | 403  403   | ok   ok   ok    | ok   403  403  403  403  ok
createRoom           | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
getRoom              | 401  ok    ok   ok   ok   | 403  403   | 404  404  404   | ok   403  403  403  403  404
editRoom             | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
finishCleaning       | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
blockRoom            | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
releaseRoom          | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
getPicture           | 401  ok    ok   ok   ok   | 403  403   | 404  404  404   | ok   403  403  403  403  404
listEquipment        | 401  ok    ok   ok   ok   | 403  403   | ok   ok   ok    | ok   403  403  403  403  ok
retireRoom           | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
unretireRoom         | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
addRoomPicture       | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
orderRoomPictures    | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
removeRoomPicture    | 401  403   403  403  ok   | 403  403   | 403  403  404   | 403  403  403  403  403  403
listRoomBlocks       | 401  ok    ok   ok   ok   | 403  403   | ok   ok   ok    | ok   403  403  403  403  ok
changeRoomBlock      | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
releaseRoomBlock     | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
listRates            | 401  ok    ok   ok   ok   | 403  403   | 404  404  404   | ok   403  403  403  403  404
setRates             | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
getKpis              | 401  403   ok   ok   ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
getKpisCsv           | 401  403   ok   ok   ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
getToday             | 401  ok    ok   ok   ok   | 403  403   | 404  404  404   | 403  403  403  403  403  403
getLastRateEdit      | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
previewRateEdit      | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
editRates            | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
undoRateEdit         | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
getRateRules         | 401  ok    ok   ok   ok   | 403  403   | 404  404  404   | ok   403  403  403  403  404
saveRateRules        | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
withdrawRateRules    | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
getBirthdayBenefit   | 401  ok    ok   ok   ok   | 403  403   | 404  404  404   | ok   403  403  403  403  404
editBirthdayBenefit  | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
listCalendarDays     | 401  ok    ok   ok   ok   | 403  403   | 404  404  404   | ok   403  403  403  403  404
markCalendarDay      | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
getBoard             | 401  ok    ok   ok   ok   | 403  403   | 404  404  404   | ok   403  403  403  403  404
getTimeline          | 401  ok    ok   ok   ok   | 403  403   | 404  404  404   | ok   403  403  403  403  404
getAvailability      | 401  ok    ok   ok   ok   | ok   ok    | 404  404  404   | ok   ok   ok   403  403  404
getAvailabilityCalendar | 401 ok ok   ok   ok   | ok   ok    | 404  404  404   | ok   ok   ok   403  403  404
getQuote             | 401  ok    ok   403  403  | ok   404   | 404  404  404   | 403  403  ok   403  403  404
listOrders           | 401  ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | 403  ok   ok   403  403  ok
placeOrder           | 401  ok    ok   403  403  | ok   404   | 404  404  404   | 403  403  ok   403  403  404
getOrder             | 401  ok    ok   ok   ok   | ok   404   | 404  404  404   | 403  ok   ok   403  403  404
getOrderConfirmation | 401  ok    ok   ok   ok   | ok   404   | 404  404  404   | 403  ok   ok   403  403  404
previewCancellation  | 401  ok    ok   403  403  | ok   404   | 404  404  404   | 403  403  ok   403  403  404
cancelOrder          | 401  ok    ok   403  403  | ok   404   | 404  404  404   | 403  403  ok   403  403  404
listStays            | 401  ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | 403  ok   ok   403  403  ok
getStay              | 401  ok    ok   ok   ok   | ok   404   | 404  404  404   | 403  ok   ok   403  403  404
checkIn              | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
checkOut             | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
getMoveOptions       | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
moveStay             | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
swapStays            | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
pinStay              | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
unpinStay            | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
previewExtension     | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
extendStay           | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
previewEarlyDeparture| 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
departEarly          | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
getHousekeeping          | 401  ok    ok   403  ok   | 403  403   | 404  404  404   | 403  403  403  403  403  403
listCleanings            | 401  ok    ok   403  ok   | 403  403   | ok   ok   ok    | 403  403  403  403  403  403
getCleaning              | 401  ok    ok   403  ok   | 403  403   | 404  404  404   | 403  403  403  403  403  403
startCleaning            | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
putBackCleaning          | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
completeCleaning         | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
reopenCleaning           | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
passInspection           | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
sendBackCleaning         | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
requestCleaning          | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
assignRooms              | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
editHousekeepingSettings | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
listRoomProblems         | 401  ok    ok   403  ok   | 403  403   | ok   ok   ok    | 403  403  403  403  403  403
getRoomProblem           | 401  ok    ok   403  ok   | 403  403   | 404  404  404   | 403  403  403  403  403  403
getProblemPicture        | 401  ok    ok   403  ok   | 403  403   | 404  404  404   | 403  403  403  403  403  403
reportRoomProblem        | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
addProblemPicture        | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
resolveRoomProblem       | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
putIntoMaintenance       | 401  403   ok   403  ok   | 403  403   | 403  404  404   | 403  403  403  403  403  403
getStayStatement     | 401  ok    ok   ok   ok   | ok   404   | 404  404  404   | 403  ok   ok   403  403  404
printStayStatement   | 401  ok    ok   ok   ok   | ok   404   | 404  404  404   | 403  ok   ok   403  403  404
getOrderStatement    | 401  ok    ok   ok   ok   | ok   404   | 404  404  404   | 403  ok   ok   403  403  404
printOrderStatement  | 401  ok    ok   ok   ok   | ok   404   | 404  404  404   | 403  ok   ok   403  403  404
getArrival           | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
checkInOrder         | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
checkOutOrder        | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
undoCheckIn          | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
undoCheckOut         | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
correctTimes         | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
getGuestRegister     | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
revealGuestRegister  | 401  403   ok   403  403  | 403  403   | 403  404  404   | 403  403  403  403  403  403
getStayGuests        | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
revealStayGuests     | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
addGuest             | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
editGuest            | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
listMembers          | 401  ok    ok   ok   403  | ok   ok    | ok   ok   ok    | 403  403  403  ok   ok   ok
findDuplicates       | 401  ok    ok   403  403  | 403  403   | ok   ok   ok    | 403  403  403  403  ok   ok
registerMember       | 401  ok    ok   403  403  | 403  403   | ok   ok   ok    | 403  403  403  403  ok   ok
getMember            | 401  ok    ok   ok   403  | ok   404   | ok   ok   404   | 403  403  403  ok   ok   ok
editMember           | 401  ok    ok   403  403  | ok   404   | ok   ok   404   | 403  403  403  403  403  403
revealIdentity       | 401  403   ok   403  403  | 403  403   | 403  ok   404   | 403  403  403  403  403  403
previewErasure       | 401  403   ok   403  403  | 403  403   | 403  ok   404   | 403  403  403  403  403  403
eraseMember          | 401  403   ok   403  403  | 403  403   | 403  ok   404   | 403  403  403  403  403  403
linkChannel          | 401  403   403  403  403  | ok   404   | 403  403  403   | 403  403  403  403  403  403
getRegistrationForm  | ok   ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | ok   ok   ok   ok   ok   ok
requestRegistration  | ok   ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | ok   ok   ok   ok   ok   ok
confirmRegistration  | ok   ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | ok   ok   ok   ok   ok   ok
openChannelSession   | ok   ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | ok   ok   ok   ok   ok   ok
getPoints            | 401  ok    ok   ok   403  | ok   404   | ok   ok   404   | 403  403  403  ok   ok   ok
listPointEntries     | 401  ok    ok   ok   403  | ok   404   | ok   ok   404   | 403  403  403  ok   ok   ok
topUp                | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
listMessages         | 401  ok    ok   ok   403  | 403  403   | ok   ok   ok    | 403  403  403  403  403  403
getMessage           | 401  ok    ok   ok   403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
resendMessage        | 401  ok    ok   403  403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
listMailbox          | 401  ok    ok   ok   403  | 403  403   | ok   ok   ok    | 403  403  403  403  403  403
getMail              | 401  ok    ok   ok   403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
getMailSource        | 401  ok    ok   ok   403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
getMailAttachment    | 401  ok    ok   ok   403  | 403  403   | 404  404  404   | 403  403  403  403  403  403
listApprovals        | 401  ok    ok   ok   403  | ok   ok    | ok   ok   ok    | 403  403  403  403  403  403
getApproval          | 401  ok    ok   ok   403  | ok   404   | 404  404  404   | 403  403  403  403  403  403
approve              | 401  403   ok   403  403  | 403  403   | 403  404  404   | 403  403  403  403  403  403
reject               | 401  403   ok   403  403  | 403  403   | 403  404  404   | 403  403  403  403  403  403
withdraw             | 401  ok    ok   403  403  | ok   404   | 404  404  404   | 403  403  403  403  403  403
signOut              | ok   ok    ok   ok   ok   | ok   ok    | ok   ok   ok    | ok   ok   ok   ok   ok   ok
`

/** What those who clean may do, by hand as well: rooms, numbers of guests, their own work; all else is 403. */
const HOUSEKEEPING: ReadonlySet<string> = new Set([
  'signIn',
  'signOut',
  'getSession',
  'listProperties',
  'getClock',
  'listRoomTypes',
  'getRoomType',
  'listRooms',
  'getRoom',
  'getPicture',
  'listEquipment',
  'listRoomBlocks',
  'getBoard',
  'finishCleaning',
  'getHousekeeping',
  'listCleanings',
  'getCleaning',
  'startCleaning',
  'putBackCleaning',
  'completeCleaning',
  'reopenCleaning',
  'passInspection',
  'sendBackCleaning',
  'listRoomProblems',
  'getRoomProblem',
  'getProblemPicture',
  'reportRoomProblem',
  'addProblemPicture',
])
/** The columns of the matrix, in its order. */
const COLUMNS = CALLERS.filter((caller) => caller !== 'housekeeping')

/** Operation → caller → what must come. */
export const EXPECTED: ReadonlyMap<string, ReadonlyMap<Caller, Cell>> = new Map(
  MATRIX.trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [operationId = '', ...cells] = line.split(/[\s|]+/)
      if (cells.length !== COLUMNS.length) throw new Error(`a cell is missing: ${line}`)
      // What needs no session is open to everybody.
      const isOpen = cells[0] === 'ok'
      const expected = cells.map((cell) => (cell === 'ok' ? 'ok' : (Number(cell) as Cell)))
      return [
        operationId,
        new Map<Caller, Cell>([
          ...COLUMNS.map((caller, index) => [caller, expected[index] as Cell] as const),
          ['housekeeping', isOpen || HOUSEKEEPING.has(operationId) ? 'ok' : 403],
        ]),
      ]
    }),
)
