import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { clockQuery } from './clock-query.ts'

const TICK_MS = 10_000

/** The time of the house in milliseconds; ticks six times a minute. */
export const useHouseNow = (): number => {
  const ahead = useQuery(clockQuery).data?.aheadOfBrowserMs ?? 0
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now + ahead
}
