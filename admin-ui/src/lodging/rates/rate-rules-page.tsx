import Button from '@mui/material/Button'
import EmptyIcon from '@mui/icons-material/BedroomParentOutlined'
import MenuItem from '@mui/material/MenuItem'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useGetList } from 'react-admin'
import type { RateRulesVersion } from '../../api/records.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useNamed, useText } from '../../platform/i18n/use-text.ts'
import { BackLink } from '../../platform/layout/back-link.tsx'
import { Page } from '../../platform/layout/page.tsx'
import { Section } from '../../platform/layout/section.tsx'
import { useProperty } from '../../platform/session/use-property.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { RequirePermission } from '../../platform/states/require-permission.tsx'
import { StatePanel } from '../../platform/states/state-panel.tsx'
import { BirthdaySection } from './birthday-section.tsx'
import { EditRulesDialog } from './edit-rules-dialog.tsx'
import { HouseDaysSection } from './house-days-section.tsx'
import { RuleSentences } from './rule-sentences.tsx'
import { useRateRules } from './use-rate-rules.ts'
import { WithdrawRulesButton } from './withdraw-rules-button.tsx'

export const RateRulesPage = () => (
  <RequirePermission of="rate.read">
    <RateRulesOfProperty />
  </RequirePermission>
)

type RoomType = { id: string; name: string; nameEn: string }

/** What decides about a night's price, in sentences: by type, by the calendar, by birthdays. */
const RateRulesOfProperty = () => {
  const t = useText()
  const named = useNamed()
  const propertyId = useProperty()?.id
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, isPending, refetch } = useGetList<RoomType>('room-types', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'code', order: 'ASC' },
    filter: { propertyId },
  })
  const type = data?.find(({ id }) => id === chosen) ?? data?.[0]
  return (
    <Page
      title={t('rules.title')}
      lead={t('rules.lead')}
      maxWidth={960}
      back={<BackLink to="/rates" label={t('rates.title')} />}
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Skeleton variant="rounded" height={240} /> : null}
      {data?.length === 0 ? (
        <StatePanel icon={EmptyIcon} title={t('board.emptyTitle')} body={t('board.emptyBody')} />
      ) : null}
      {type ? (
        <>
          <TextField
            select
            label={t('nights.roomType')}
            value={type.id}
            onChange={(event) => setChosen(event.target.value)}
            sx={{ mb: 2, minWidth: 240 }}
          >
            {data?.map((one) => (
              <MenuItem key={one.id} value={one.id}>
                {named(one)}
              </MenuItem>
            ))}
          </TextField>
          <RulesOfType key={type.id} roomTypeId={type.id} />
        </>
      ) : null}
      <BirthdaySection />
      <HouseDaysSection />
    </Page>
  )
}

const RulesOfType = ({ roomTypeId }: { roomTypeId: string }) => {
  const t = useText()
  const { moment } = useFormats()
  const { data, error, refetch } = useRateRules(roomTypeId)
  const [editing, setEditing] = useState(false)
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton variant="rounded" height={240} sx={{ mb: 2 }} />
  const mayEdit = data.allowedActions.includes('edit')
  const since = ({ publishedAt, savedBy }: RateRulesVersion) =>
    t('rules.since', { when: moment(publishedAt), who: savedBy ?? t('rates.somebody') })
  return (
    <>
      <Section
        title={t('rules.inForce')}
        {...(data.inForce && { help: since(data.inForce) })}
        aside={
          mayEdit ? (
            <Button variant="contained" onClick={() => setEditing(true)}>
              {t('rules.edit')}
            </Button>
          ) : null
        }
      >
        {data.inForce ? <RuleSentences rules={data.inForce.rules} /> : t('rules.none')}
      </Section>
      {data.upcoming.map((version) => (
        <Section
          key={version.version}
          title={t('rules.upcoming', { when: moment(version.publishedAt) })}
          aside={
            mayEdit ? (
              <WithdrawRulesButton roomTypeId={roomTypeId} version={version.version} />
            ) : null
          }
        >
          <RuleSentences rules={version.rules} />
        </Section>
      ))}
      {editing ? <EditRulesDialog rules={data} onClose={() => setEditing(false)} /> : null}
    </>
  )
}
