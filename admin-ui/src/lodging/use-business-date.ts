import { useBoard } from './use-board.ts'

/** The day the house is in: after midnight still the evening before, until the day is rolled. */
export const useBusinessDate = (): string | null => useBoard(null).data?.businessDate ?? null
