import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { AuditEvent } from '../../api/records.ts'
import { useFormats } from '../formats/use-formats.ts'
import { ja } from '../i18n/ja.ts'
import { type Text, useText } from '../i18n/use-text.ts'
import { dye } from '../themes/palette.ts'

/** One line of the trail. */
export const AuditEntry = ({ event }: { event: AuditEvent }) => {
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
    </Box>
  )
}

type KnownVerb = keyof typeof ja.audit.verbs

/** The list of verbs may grow; one without words yet is shown as the house writes it. */
const verbName = (verb: string, t: Text): string => {
  const key = verb.replaceAll('.', '_')
  return key in ja.audit.verbs ? t(`audit.verbs.${key as KnownVerb}`) : verb
}
