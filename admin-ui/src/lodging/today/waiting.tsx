import type { Approval, Case, TodayPayment } from '../../api/records.ts'
import { DueTime } from '../../approvals/due-time.tsx'
import { caseKindName, casePage } from '../../platform/cases/case-words.ts'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { usePermission } from '../../platform/session/use-session.ts'
import { TopUpButton } from '../../points/top-up-button.tsx'
import { NextLink } from './next-link.tsx'
import { TodayLine } from './today-line.tsx'
import { TodaySection } from './today-section.tsx'

const SHOWN = 5

/** Orders that end unless points come, the first to end on top. */
export const TodayPayments = ({ payments }: { payments: TodayPayment[] }) => {
  const t = useText()
  return (
    <TodaySection
      title={t('today.payments')}
      lines={payments}
      shown={SHOWN}
      empty={t('today.noPayments')}
      keyOf={({ orderId }) => orderId}
    >
      {(line) => <Payment line={line} />}
    </TodaySection>
  )
}

const Payment = ({ line }: { line: TodayPayment }) => {
  const t = useText()
  const { points, days } = useFormats()
  const member = { id: line.memberId, name: line.memberName, balance: line.balance }
  return (
    <TodayLine
      title={t('formats.sama', { name: line.memberName })}
      to={`/orders/${line.orderId}/show`}
      chips={<DueTime dueAt={line.payBy} />}
      about={`${t('today.missing', { points: points(line.missing) })} · ${days(line.checkIn, line.checkOut)}`}
    >
      <TopUpButton member={{ ...member, allowedActions: line.allowedActions }} />
    </TodayLine>
  )
}

/** What waits for this very person's decision. */
export const TodayApprovals = ({ approvals }: { approvals: Approval[] }) => {
  const t = useText()
  const { points } = useFormats()
  if (!usePermission('approval.decide')) return null
  return (
    <TodaySection
      title={t('today.approvals')}
      lines={approvals}
      shown={SHOWN}
      empty={t('today.noApprovals')}
      keyOf={({ id }) => id}
    >
      {(approval) => (
        <TodayLine
          title={t('formats.sama', { name: approval.beneficiaryName })}
          to={`/approvals/${approval.id}/show`}
          chips={<DueTime dueAt={approval.dueAt} />}
          about={`${points(approval.amount)} · ${approval.reason}`}
        >
          <NextLink
            strong
            to={`/approvals/${approval.id}/show`}
            label={t('today.decide')}
            about={approval.subject.label}
          />
        </TodayLine>
      )}
    </TodaySection>
  )
}

export const TodayCases = ({ cases, total }: { cases: Case[]; total: number }) => {
  const t = useText()
  const { moment } = useFormats()
  if (!usePermission('case.read')) return null
  return (
    <TodaySection
      title={t('today.cases')}
      lines={cases}
      total={total}
      shown={SHOWN}
      empty={t('today.noCases')}
      keyOf={({ id }) => id}
    >
      {(one) => (
        <TodayLine
          title={caseKindName(one.kind, t)}
          to={casePage(one.subject)}
          about={t('cases.opened', { time: moment(one.openedAt) })}
        >
          <NextLink
            to={casePage(one.subject) ?? '/cases'}
            label={t('today.openCase')}
            about={caseKindName(one.kind, t)}
          />
        </TodayLine>
      )}
    </TodaySection>
  )
}
