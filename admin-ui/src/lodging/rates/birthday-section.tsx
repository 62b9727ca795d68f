import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { BirthdayBenefit } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Section } from '../../platform/layout/section.tsx'
import { useProperty } from '../../platform/session/use-property.ts'
import { usePermission } from '../../platform/session/use-session.ts'
import { Failure } from '../../platform/states/failure.tsx'
import { EditBenefitDialog } from './edit-benefit-dialog.tsx'

/** 003-15: what a birthday is worth here, told in one sentence. */
export const BirthdaySection = () => {
  const t = useText()
  const propertyId = useProperty()?.id ?? ''
  const mayEdit = usePermission('rate.edit')
  const [editing, setEditing] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['availability', 'birthday-benefit', propertyId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/properties/{id}/birthday-benefit', {
          params: { path: { id: propertyId } },
          signal,
        }),
      ),
    enabled: propertyId !== '',
  })
  return (
    <Section
      title={t('birthday.title')}
      aside={
        mayEdit && data ? (
          <Button variant="outlined" onClick={() => setEditing(true)}>
            {t('birthday.edit')}
          </Button>
        ) : null
      }
    >
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton height={48} /> : null}
      {data ? <BenefitSentence benefit={data} /> : null}
      {data && editing ? (
        <EditBenefitDialog
          propertyId={propertyId}
          benefit={data}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </Section>
  )
}

const BenefitSentence = ({ benefit }: { benefit: BirthdayBenefit }) => {
  const t = useText()
  if (benefit.percent === 0) return <Typography>{t('birthday.off')}</Typography>
  return (
    <>
      <Typography>
        {t('birthday.sentence', {
          days: benefit.daysAround,
          percent: benefit.percent,
          basis: t(`birthday.bases.${benefit.basis}`),
        })}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
        {t('birthday.details', {
          rounding: t(`birthday.roundings.${benefit.rounding}`),
          leapDay: t(`birthday.leapDays.${benefit.leapDay}`),
        })}
      </Typography>
    </>
  )
}
