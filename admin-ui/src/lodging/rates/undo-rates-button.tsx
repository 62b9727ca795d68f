import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import Undo from '@mui/icons-material/Undo'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { commandHeaders } from '../../api/command-headers.ts'
import { CommandDialog } from '../../platform/commands/command-dialog.tsx'
import { useFormats } from '../../platform/formats/use-formats.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useProperty } from '../../platform/session/use-property.ts'

/** Takes the last edit of days back, after saying which one that was. */
export const UndoRatesButton = () => {
  const t = useText()
  const { days, moment } = useFormats()
  const propertyId = useProperty()?.id
  const [asking, setAsking] = useState(false)
  const { data } = useQuery({
    queryKey: ['availability', 'last-rate-edit', propertyId],
    queryFn: ({ signal }) => {
      const query = { propertyId: propertyId ?? '' }
      return answerOf(api.GET('/v1/rate-edits/last', { params: { query }, signal }))
    },
    enabled: propertyId !== undefined,
  })
  const edit = data?.edit
  return (
    <>
      <Button startIcon={<Undo />} disabled={!edit} onClick={() => setAsking(true)}>
        {t('rates.undo')}
      </Button>
      {asking && edit ? (
        <CommandDialog
          title={t('rates.undoTitle')}
          confirm={t('rates.undo')}
          send={(key) =>
            answerOf(
              api.POST('/v1/rate-edits/{id}/undo', {
                params: { path: { id: edit.id }, header: commandHeaders(key) },
                body: {},
              }),
            )
          }
          done={t('rates.undone')}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <Typography>
            {t('rates.undoAsk', {
              range: days(edit.fromNight, edit.untilNight),
              smart_count: edit.nights,
              who: edit.madeBy ?? t('rates.somebody'),
              when: moment(edit.madeAt),
            })}
          </Typography>
        </CommandDialog>
      ) : null}
    </>
  )
}
