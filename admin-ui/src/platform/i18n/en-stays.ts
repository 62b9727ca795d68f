import type { jaStays } from './ja-stays.ts'

export const enStays: typeof jaStays = {
  stays: {
    pinned: 'Room pinned',
    move: {
      action: 'Move',
      title: 'Move out of room %{number}',
      lead: 'Choose the room to move to. The price stays as agreed.',
      inHouse: 'The guest moves from tonight on; the old room will be cleaned.',
      rooms: 'Room to move to',
      free: 'Free',
      notReady: 'Being cleaned or occupied',
      swapWith: 'Swap rooms with order %{number}',
      takenBy: 'Taken by order %{number}',
      outOfUse: 'Out of use',
      otherType: 'The room type changes, so please say why.',
      none: 'There is no room to move to.',
      confirmMove: 'Move',
      confirmSwap: 'Swap',
      moved: 'The stay has been moved.',
      swapped: 'The rooms have been swapped.',
    },
    pin: {
      action: 'Pin room',
      title: 'Pin room %{number}?',
      ask: 'The guest wants this very room: neither re-seating nor a colleague will move the stay.',
      done: 'The room is pinned.',
    },
    unpin: {
      action: 'Unpin room',
      title: 'Unpin room %{number}?',
      ask: 'The stay may be moved to another room of its type again.',
      done: 'The room is no longer pinned.',
    },
    departEarly: {
      action: 'Leave early',
      title: 'Early departure from room %{number}',
      ask: 'The nights left are free at once.',
      approval: 'The points come back once a manager has approved.',
      nothing: 'By the policy, no points come back.',
      confirm: 'Check out early',
      asked: 'The departure is recorded; the return awaits approval.',
      done: 'The early departure is recorded.',
    },
  },
}
