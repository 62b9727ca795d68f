import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined'
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import Link from '@mui/material/Link'
import { LinkBase, ListBase, useListContext } from 'react-admin'
import type { Case } from '../../api/records.ts'
import { useFormats } from '../formats/use-formats.ts'
import { useText } from '../i18n/use-text.ts'
import { Page } from '../layout/page.tsx'
import { ToneChip } from '../layout/tone-chip.tsx'
import { ListBody } from '../lists/list-body.tsx'
import { RequirePermission } from '../states/require-permission.tsx'
import { StatePanel } from '../states/state-panel.tsx'
import { caseKindName, casePage } from './case-words.ts'

export const CaseList = () => {
  const t = useText()
  return (
    <RequirePermission of="case.read">
      <ListBase
        resource="cases"
        filter={{ status: 'open' }}
        sort={{ field: 'openedAt', order: 'DESC' }}
        perPage={25}
        exporter={false}
        disableSyncWithLocation
      >
        <Page title={t('cases.title')} lead={t('cases.lead')} maxWidth={900}>
          <ListBody empty={<NoCases />}>
            <CaseCards />
          </ListBody>
        </Page>
      </ListBase>
    </RequirePermission>
  )
}

const NoCases = () => {
  const t = useText()
  return (
    <StatePanel icon={TaskAltOutlined} title={t('cases.emptyTitle')} body={t('cases.emptyBody')} />
  )
}

const CaseCards = () => {
  const { data = [] } = useListContext<Case>()
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
      {data.map((one) => (
        <CaseCard key={one.id} one={one} />
      ))}
    </Box>
  )
}

const CaseCard = ({ one }: { one: Case }) => {
  const t = useText()
  const { moment } = useFormats()
  const isOpen = one.status === 'open'
  const to = casePage(one.subject)
  return (
    <Card component="li" sx={{ p: 2, display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="h2">{caseKindName(one.kind, t)}</Typography>
        <ToneChip
          tone={isOpen ? 'wait' : 'good'}
          label={t(isOpen ? 'cases.statuses.open' : 'cases.statuses.closed')}
        />
        <Typography variant="caption" color="text.secondary" sx={{ ml: 'auto' }}>
          {t('cases.opened', { time: moment(one.openedAt, 'full') })}
        </Typography>
      </Box>
      <Typography variant="caption" color="text.secondary">
        {`${one.subject} · ${one.cause}`}
      </Typography>
      {to ? (
        <Link component={LinkBase} to={to} sx={{ justifySelf: 'start', fontSize: '0.875rem' }}>
          {t('cases.openSubject')}
        </Link>
      ) : null}
    </Card>
  )
}
