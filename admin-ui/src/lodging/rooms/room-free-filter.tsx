import { useState } from 'react'
import { useListContext } from 'react-admin'
import { useText } from '../../platform/i18n/use-text.ts'
import { DayField } from '../../platform/layout/day-field.tsx'

/** Free from one day until another; asked only when the days make a stay. */
export const RoomFreeFilter = () => {
  const t = useText()
  const { filterValues, setFilters } = useListContext()
  const [from, setFrom] = useState(String(filterValues['freeFrom'] ?? ''))
  const [until, setUntil] = useState(String(filterValues['freeUntil'] ?? ''))
  const isWrong = from !== '' && until !== '' && until <= from
  const ask = (freeFrom: string, freeUntil: string) => {
    setFrom(freeFrom)
    setUntil(freeUntil)
    if (freeFrom === '' || (freeUntil !== '' && freeUntil <= freeFrom)) {
      const { freeFrom: _from, freeUntil: _until, ...others } = filterValues
      return setFilters(others)
    }
    return setFilters({ ...filterValues, freeFrom, freeUntil: freeUntil || undefined })
  }
  return (
    <>
      <DayField
        size="small"
        label={t('rooms.freeFrom')}
        value={from}
        onChange={(day) => ask(day, until)}
        sx={{ flex: { xs: '1 1 140px', sm: '0 0 170px' } }}
      />
      <DayField
        size="small"
        label={t('rooms.freeUntil')}
        value={until}
        error={isWrong}
        {...(isWrong && { helperText: t('rooms.freeWrong') })}
        onChange={(day) => ask(from, day)}
        sx={{ flex: { xs: '1 1 140px', sm: '0 0 170px' } }}
      />
    </>
  )
}
