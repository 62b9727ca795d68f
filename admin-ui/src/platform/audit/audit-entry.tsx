import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { AuditEvent } from '../../api/records.ts'
import { useFormats } from '../formats/use-formats.ts'
import { useText } from '../i18n/use-text.ts'
import { dye } from '../themes/palette.ts'
import { type Change, changesOf } from './audit-changes.ts'
import { fieldName, valueName, verbName } from './audit-words.ts'

type AuditEntryProps = {
  event: AuditEvent
  /** What was different afterwards; a page that tells it in its own words gives none. */
  changes?: Change[]
}

/** One line of the trail: what, who, when, why, and what was different afterwards. */
export const AuditEntry = ({
  event,
  changes = changesOf(event.before, event.after),
}: AuditEntryProps) => {
  const t = useText()
  const { moment } = useFormats()
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 3,
        pb: 2,
        borderLeft: `2px solid ${dye.line}`,
        '&:last-of-type': { pb: 0 },
      }}
    >
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          left: -6,
          top: 8,
          width: 10,
          height: 10,
          borderRadius: '50%',
          bgcolor: 'primary.main',
        }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline' }}>
        <Typography sx={{ fontWeight: 600 }}>{verbName(event.verb, t)}</Typography>
        <Typography variant="body2" color="text.secondary">
          {`${event.actorName || t('audit.system')} · ${moment(event.at, 'full')}`}
        </Typography>
      </Box>
      {event.reason ? (
        <Typography variant="body2">{t('audit.reason', { reason: event.reason })}</Typography>
      ) : null}
      <Box component="details">
        <Box
          component="summary"
          sx={{ cursor: 'pointer', fontSize: '0.8125rem', color: 'text.secondary', py: 0.25 }}
        >
          {changes.length > 0
            ? t('audit.changed', { smart_count: changes.length })
            : t('audit.more')}
        </Box>
        <Changes changes={changes} />
        <Typography variant="caption" color="text.secondary" component="p">
          {t('audit.request', { id: event.requestId })}
        </Typography>
      </Box>
    </Box>
  )
}

const Changes = ({ changes }: { changes: Change[] }) => {
  const t = useText()
  return (
    <Box component="dl" sx={{ m: 0, fontSize: '0.875rem' }}>
      {changes.map(({ field, before, after }) => (
        <Box key={field} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {fieldName(field, t)}
          </Box>
          <Box component="dd" sx={{ m: 0 }}>
            {t('audit.fromTo', {
              before: valueName(field, before, t),
              after: valueName(field, after, t),
            })}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
