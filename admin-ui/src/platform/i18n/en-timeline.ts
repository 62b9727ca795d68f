import type { jaTimeline } from './ja-timeline.ts'
import type { ShapeOf } from './text-key.ts'

export const enTimeline: ShapeOf<typeof jaTimeline> = {
  timeline: {
    title: 'Timeline',
    grid: 'Rooms by day',
    room: 'Room',
    earlier: 'Earlier',
    later: 'Later',
    today: 'Today',
    from: 'First day',
    range: 'Days shown',
    roomType: 'Room type',
    allTypes: 'All types',
    span: 'Room %{room}, %{what}, %{days}',
    block: '%{kind} (%{reason})',
    legend: 'Colours',
    hint: 'Press a free day to begin an order from it. The arrow keys move between stays.',
    openOrder: 'Open the order',
  },
}
