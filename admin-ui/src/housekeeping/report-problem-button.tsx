import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { HousekeepingRoom } from '../api/records.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { ReportProblemDialog } from './report-problem-dialog.tsx'

export const ReportProblemButton = ({ room }: { room: HousekeepingRoom }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        startIcon={<ReportProblemOutlined />}
        aria-label={`${t('roomProblem.report')} ${room.number}`}
        onClick={() => setOpen(true)}
        sx={{ minHeight: 44 }}
      >
        {t('roomProblem.report')}
      </Button>
      {open ? <ReportProblemDialog room={room} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
