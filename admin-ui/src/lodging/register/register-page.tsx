import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import GlobalStyles from '@mui/material/GlobalStyles'
import PrintOutlined from '@mui/icons-material/PrintOutlined'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { RevealedGuest } from '../../api/records.ts'
import { addDays, isDay } from '../../platform/formats/day.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { DayField } from '../../platform/layout/day-field.tsx'
import { Page } from '../../platform/layout/page.tsx'
import { useProperty } from '../../platform/session/use-property.ts'
import { usePermission } from '../../platform/session/use-session.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { PageLoading } from '../../platform/states/page-loading.tsx'
import { RequirePermission } from '../../platform/states/require-permission.tsx'
import { useBusinessDate } from '../use-business-date.ts'
import { RegisterTable } from './register-table.tsx'
import { RevealDialog } from './reveal-dialog.tsx'

const SHOWN_DAYS = 7

export const RegisterPage = () => {
  const property = useProperty()
  const today = useBusinessDate()
  return (
    <RequirePermission of="guest.read">
      {today ? <Register key={property?.id} today={today} /> : <PageLoading />}
    </RequirePermission>
  )
}

/** The guest register as an inspector asks for it: by days, in brief, or revealed with a reason and printed. */
const Register = ({ today }: { today: string }) => {
  const t = useText()
  const { days } = useFormats()
  const property = useProperty()
  const mayInspect = usePermission('guest.inspect')
  const [span, setSpan] = useState({ from: addDays(today, -SHOWN_DAYS), until: today })
  const [asking, setAsking] = useState(false)
  const [revealed, setRevealed] = useState<RevealedGuest[] | null>(null)
  const isRight = isDay(span.from) && isDay(span.until) && span.from <= span.until
  const { data, error, refetch } = useQuery({
    queryKey: ['guest-register', property?.id, span],
    queryFn: ({ signal }) => {
      const query = { propertyId: property?.id ?? '', ...span }
      return answerOf(api.GET('/v1/guest-register', { params: { query }, signal }))
    },
    enabled: isRight && property !== undefined,
  })
  const choose = (changed: Partial<typeof span>) => {
    setRevealed(null)
    setSpan({ ...span, ...changed })
  }

  return (
    <Page
      title={t('register.title')}
      lead={t('register.lead')}
      actions={
        revealed ? (
          <Button
            variant="contained"
            startIcon={<PrintOutlined />}
            onClick={() => globalThis.print()}
          >
            {t('register.print')}
          </Button>
        ) : mayInspect ? (
          <Button variant="outlined" disabled={!data} onClick={() => setAsking(true)}>
            {t('register.reveal')}
          </Button>
        ) : null
      }
    >
      <GlobalStyles styles={ON_PAPER} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }} data-not-printed>
        <DayField
          label={t('register.from')}
          value={span.from}
          onChange={(from) => choose({ from })}
        />
        <DayField
          label={t('register.until')}
          value={span.until}
          error={!isRight}
          helperText={isRight ? undefined : t('register.spanWrong')}
          onChange={(until) => choose({ until })}
        />
      </Box>
      {revealed ? (
        <Alert severity="warning" sx={{ mb: 2 }} data-not-printed>
          {t('register.revealedNote')}
        </Alert>
      ) : null}
      {isRight && error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {isRight && !error && !data ? <PageLoading /> : null}
      {data ? <RegisterTable stays={data.stays} revealed={revealed} /> : null}
      {asking && property ? (
        <RevealDialog
          propertyId={property.id}
          from={span.from}
          until={span.until}
          span={days(span.from, span.until)}
          onRevealed={(guests) => {
            setRevealed(guests)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Page>
  )
}

/** Paper shows the register alone. */
const ON_PAPER = {
  '@media print': {
    'header, nav, [data-not-printed], main button, .MuiSnackbar-root': {
      display: 'none !important',
    },
    '@page': { size: 'A4 landscape', margin: '12mm' },
    'body, main, main *': { background: 'transparent !important', boxShadow: 'none !important' },
    '[data-register]': { overflow: 'visible !important' },
    tr: { breakInside: 'avoid' },
  },
}
